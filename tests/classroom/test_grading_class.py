"""`mlprep grade`: every submission graded once, whatever it does, with the verdict that `check` gives."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import threading
from collections import Counter
from pathlib import Path

import pytest
from support import catalogue
from typer.testing import CliRunner

from mlprep.classroom.crew import Crew
from mlprep.classroom.grading_run import Grading, Run
from mlprep.classroom.jobs import Job, Task
from mlprep.classroom.results import Results
from mlprep.classroom.steady_engine import SteadyEngine
from mlprep.classroom.submissions import Submission
from mlprep.cli import app
from mlprep.grading.client import Engine, EngineDied

ANSWERS = Path(__file__).parent.parent / "answers"


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    root = tmp_path / "handed_in"
    for person, exercise, answer in (
        ("ada", "softmax", "right_*"), ("ada", "log_softmax", "right_*"),
        ("ben", "softmax", "wrong_max_over_whole_array*"), ("ben", "log_softmax", "wrong_*"),
    ):  # fmt: skip
        (root / person).mkdir(parents=True, exist_ok=True)
        shutil.copy(sorted((ANSWERS / exercise).glob(f"{answer}.py"))[0], root / person / f"{exercise}.py")
    (root / "cat").mkdir()
    shutil.copy(catalogue.starter(catalogue.find("softmax")), root / "cat" / "softmax.py")
    (root / "cat" / "log_softmax.py").write_bytes(b"# caf\xe9\n")
    (root / "cat" / "notes.txt").write_text("hello\n")
    return root


class Here:
    """The work done by the engine of all tests."""

    def __init__(self, bench, most: int = 1000) -> None:
        self.engine, self.most, self.asked = bench.engine, most, []

    def work(self, groups):
        for job in itertools.chain.from_iterable(groups):
            if len(self.asked) == self.most:
                raise KeyboardInterrupt
            self.asked.append(job.task.submission.shown)
            yield job, self.engine.ask(job.request)


def graded(root: Path, out: Path | None, workers, seed: int | None = 5, only=()) -> Run:
    results = Results(out)
    try:
        with Grading(catalogue, root, results, seed, only) as grading:
            grading.go(workers)
            results.finish()
            grading.listed = [*grading.run.rows()]
            grading.run.listed = grading.listed
            return grading.run
    finally:
        results.close()


def outcomes(run: Run) -> dict[str, str]:
    return {row["path"]: row["outcome"] for row in run.listed}


EXPECTED = {
    "ada/softmax.py": "passed", "ada/log_softmax.py": "passed", "ben/softmax.py": "failed",
    "ben/log_softmax.py": "failed", "cat/softmax.py": "unfinished", "cat/log_softmax.py": "error",
}  # fmt: skip


def test_every_submission_has_a_row_with_the_verdict_of_check(bench, handed_in, tmp_path):
    run = graded(handed_in, None, Here(bench))
    assert outcomes(run) == EXPECTED
    assert [each.path for each in run.unmatched] == ["cat/notes.txt"]
    checked = bench.grade("softmax", (handed_in / "ben" / "softmax.py").read_text(), seed=5)
    row = next(each for each in run.listed if each["path"] == "ben/softmax.py")
    for name in (
        "outcome",
        "cases_passed",
        "cases_total",
        "parts",
        "beyond",
        "diagnosis",
        "mistake",
        "seed",
        "failure",
    ):
        assert row[name] == checked[name]
    unreadable = next(each for each in run.listed if each["path"] == "cat/log_softmax.py")
    assert unreadable["summary"] == "cat/log_softmax.py is not UTF-8: line 1 holds the byte 0xe9."


@pytest.mark.parametrize("name", ["r.jsonl", "r.csv", "r.xml"])
def test_a_run_that_was_stopped_goes_on_where_it_was(bench, handed_in, tmp_path, name):
    first = Here(bench, most=2)
    with pytest.raises(KeyboardInterrupt):
        graded(handed_in, tmp_path / name, first, seed=None)
    second = Here(bench)
    run = graded(handed_in, tmp_path / name, second, seed=None)
    assert sorted(first.asked + second.asked) == sorted(set(EXPECTED) - {"cat/log_softmax.py"})
    assert outcomes(run) == EXPECTED
    assert len({row["seed"] for row in run.listed}) == 1
    again = Here(bench)
    assert outcomes(graded(handed_in, tmp_path / name, again, seed=None)) == EXPECTED
    assert again.asked == []


def test_a_changed_submission_and_another_seed_are_graded(bench, handed_in, tmp_path):
    graded(handed_in, tmp_path / "r.jsonl", Here(bench), only=["softmax"])
    (handed_in / "cat" / "softmax.py").write_text("x = 1\n")
    again = Here(bench)
    run = graded(handed_in, tmp_path / "r.jsonl", again, only=["softmax"])
    assert again.asked == ["cat/softmax.py"]
    assert len(run.listed) == 3
    other = Here(bench)
    graded(handed_in, tmp_path / "r.jsonl", other, seed=6, only=["softmax"])
    assert len(other.asked) == 3


def test_the_same_file_twice_is_one_submission(bench, handed_in):
    (handed_in / "ada" / "final").mkdir()
    shutil.copy(handed_in / "ada" / "softmax.py", handed_in / "ada" / "final" / "softmax.py")
    run = graded(handed_in, None, Here(bench), only=["softmax"])
    assert len(run.listed) == 3
    assert "same" in run.notes[0]


class Dying:
    """An engine that dies of one submission, every time or once."""

    def __init__(self, engine, times: list[int]) -> None:
        self._engine, self._times, self._request = engine, times, None

    def send(self, request) -> None:
        self._request = request
        if "wrong" in request["source"] and self._times[0] > 0:
            self._times[0] -= 1
            raise EngineDied
        self._engine.send(request)

    def receive(self):
        return self._engine.receive()

    def fileno(self) -> int:
        return self._engine.fileno()

    def close(self) -> None:
        """The engine of all tests lives on."""


@pytest.mark.parametrize(("deaths", "outcome"), [(1, "failed"), (9, "grader_error")])
def test_an_engine_that_dies_costs_no_other_submission(bench, handed_in, deaths, outcome):
    (handed_in / "ben" / "softmax.py").write_text("def softmax(x, axis=-1):\n    return 'wrong'\n")
    shutil.rmtree(handed_in / "cat")
    times = [deaths]
    run = graded(handed_in, None, Crew(1, lambda: Dying(bench.engine, times)), only=["softmax"])
    assert outcomes(run) == {"ada/softmax.py": "passed", "ben/softmax.py": outcome}


@pytest.mark.parametrize(
    ("sizes", "seen"),
    [
        ({"a": 100, "b": 100}, [{"a": 100}, {"b": 100}]),  # each exercise is loaded by one engine
        ({"a": 100}, [{"a": 50}, {"a": 50}]),  # unless there is nothing else to do
        ({"a": 2, "b": 4}, [{"a": 2, "b": 1}, {"b": 3}]),
    ],
)
def test_engines_stay_with_one_exercise_each(sizes, seen):
    """Both answer in step, so that each gets as many."""
    together = threading.Barrier(2)
    asked: dict[int, Counter[str]] = {}

    class Fake:
        def __init__(self) -> None:
            self.ends = os.pipe()

        def send(self, request) -> None:
            asked.setdefault(id(self), Counter())[request["exercise"]] += 1
            os.write(self.ends[1], b"x")

        def receive(self):
            together.wait()
            os.read(self.ends[0], 1)
            return {"outcome": "passed"}

        def fileno(self) -> int:
            return self.ends[0]

        def close(self) -> None:
            for end in self.ends:
                os.close(end)

    def jobs(name: str, count: int) -> list[Job]:
        made = Submission("ada", name, Path(f"{name}.py"), f"ada/{name}.py")
        return [Job(Task(made, "", {}), {"exercise": name})] * count

    assert len([*Crew(2, Fake).work(jobs(*each) for each in sizes.items())]) == sum(sizes.values())
    assert sorted(asked.values(), key=lambda each: sorted(each.items())) == seen


def test_a_run_that_is_stopped_does_not_wait_for_what_never_ends():
    class Endless:
        """Answers once."""

        def __init__(self) -> None:
            self.replies, self.end = os.pipe()
            os.write(self.end, b"x")

        def send(self, request) -> None:
            """Takes anything."""

        def receive(self):
            if os.read(self.replies, 1) == b"":
                raise EngineDied
            return {"outcome": "passed"}

        def fileno(self) -> int:
            return self.replies

        def hang_up(self) -> None:
            if self.end >= 0:
                os.close(self.end)
                self.end = -1

        def close(self) -> None:
            self.hang_up()
            os.close(self.replies)

    job = Job(Task(type("Made", (), {"exercise": "a"})(), "", {}), {"exercise": "a", "path": "", "seed": 1})
    work = Crew(1, Endless).work([[job, job]])
    assert next(work)[1] == {"outcome": "passed"}
    work.close()  # as an interruption does; it returns though the second is never answered


def test_a_hanging_engine_is_replaced(monkeypatch):
    from mlprep.classroom import steady_engine

    monkeypatch.setattr(steady_engine, "_HANGING", 0.05)
    started = []

    class Hanging(Engine):
        def send(self, request) -> None:
            started.append(self.pid)

    steady = SteadyEngine(Hanging)
    assert steady.ask({"exercise": "softmax", "path": "softmax.py", "seed": 1})["outcome"] == "grader_error"
    assert len(started) == 2


def test_the_command_grades_and_says_where_the_results_are(handed_in, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(handed_in / "cat")
    command = ["grade", str(handed_in), "--no-sandbox", "--out", "r.jsonl", "--exercise", "softmax", "--jobs", "1"]
    shown = CliRunner().invoke(app, command)
    assert shown.exit_code == 0, shown.output
    assert "softmax                  1/2 passed, 1 failed" in shown.output
    assert "Results: r.jsonl" in shown.output
    said = json.loads(CliRunner().invoke(app, [*command, "--report", "rep", "--feedback", "fb", "--json"]).output)
    assert said["report"] == os.path.join("rep", "index.html")
    assert sorted(os.listdir("fb")) == ["ada.html", "ada.txt", "ben.html", "ben.txt"]
    assert [row["outcome"] for row in said["rows"]] == ["passed", "failed"]
    assert said["graded"] == 0
    assert said["kept"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["missing"], "no folder"),
        (["."], "No submissions"),
        ([".", "--seed", "-1"], "not a seed"),
        ([".", "--jobs", "0"], "not possible"),
        ([".", "--exercise", "sofmax"], "no exercise"),
        ([".", "--out", "r.doc"], "cannot be written"),
    ],
)
def test_wrong_usage_is_told(tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(app, ["grade", "--no-sandbox", *words])
    assert shown.exit_code == 2
    assert said in shown.output
