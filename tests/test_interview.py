"""A mock interview from its first question to its report, on plain lines, with real checks."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterator

import pytest
from learner import MINUTE, Learner
from support import catalogue

from mlprep.learner import interviews
from mlprep.learner.workspace import Workspace

Line = str | Callable[[], str]
RELU = ("--kind", "solve", "--topic", "activations", "--level", "easy", "--minutes", "12", "--seed", "1")


class Typist(io.StringIO):
    """Types these lines, some of which are what a function returns after it has done something."""

    def __init__(self, lines: Iterator[Line]) -> None:
        super().__init__()
        self._lines = lines

    def readline(self, size: int | None = -1, /) -> str:
        line = next(self._lines, None)
        if line is None:
            return ""
        return (line() if callable(line) else line) + "\n"


@pytest.fixture
def sit(learner: Learner, monkeypatch: pytest.MonkeyPatch):
    def interview(*lines: Line, words: tuple[str, ...] = RELU):
        monkeypatch.setattr(sys, "stdin", Typist(iter(lines)))
        return learner("interview", *words)

    return interview


def current(learner: Learner) -> str:
    name = learner.progress.current
    assert name is not None
    return name


def saving(learner: Learner, text: str | None = None) -> Callable[[], str]:
    """Saves that text, or the solution, in the file of the round, a minute later, and presses Enter."""

    def save() -> str:
        exercise = catalogue.exercises[current(learner)]
        solution = catalogue.solution(exercise).read_text(encoding="utf-8")
        learner.file(exercise.id).write_text(solution if text is None else text)
        learner.now += MINUTE
        return ""

    return save


def told(learner: Learner, number: int = 1) -> dict:
    return json.loads(learner("interview", "--report", "--number", str(number), "--json").out)


def test_a_round_is_checked_until_it_passes_and_its_questions_end_it(learner, sit):
    said = sit("", saving(learner, "def relu(x):\n    return 1\n"), saving(learner), "", "all", "", "none")
    assert said.code == 0
    assert "not finished yet" in said.out
    facts = told(learner)
    assert (facts["solved"], facts["rounds"], facts["first_try"]) == (1, 1, 0)
    (part,) = facts["parts"]
    assert (part["state"], part["tries"]) == ("passed", 2)
    assert part["used"] == 120
    assert facts["named"] > 0
    assert facts["named"] < facts["points"]
    assert facts["review"] == [part["exercise"]]
    assert facts["ended"]
    assert [each.outcome for each in learner.progress.attempts(part["exercise"])][-1] == "passed"
    assert ("interview", facts["date"]) in [(kind, day.isoformat()) for kind, day in learner.progress.sittings()]


def test_the_end_of_the_input_leaves_it_where_it_was_and_the_clock_stands(learner, sit):
    said = sit("", saving(learner, "x = (\n"))
    assert "Your interview waits" in said.out
    name, used = current(learner), told(learner)["used"]
    learner.now += 3000 * MINUTE
    assert "Interview     waits with 11 min left" in learner("--plain").out
    said = sit(saving(learner), "quit", words=())
    assert "The clock did not run" in said.out
    assert current(learner) == name
    learner.now += 5 * MINUTE
    said = sit("", "all", "", "all", words=())
    facts = told(learner)
    assert facts["ended"]
    assert facts["used"] == used + 60
    assert facts["away"] >= 3000 * MINUTE
    assert facts["parts"][0]["tries"] == 2


def test_what_is_given_up_and_hints_are_counted(learner, sit):
    sit("hint", "give up", "", "none", "", "none")
    facts = told(learner)
    assert (facts["solved"], facts["hints"]) == (0, 1)
    assert facts["parts"][0]["state"] == "given up"
    assert facts["missed"]


def test_when_time_is_up_it_ends(learner, sit):
    def wait() -> str:
        learner.now += 20 * MINUTE
        return ""

    said = sit(wait, "", "", "")
    assert "Time is up." in said.out
    assert told(learner)["ended"]


def test_a_file_that_is_gone_ends_nothing(learner, sit):
    def delete() -> str:
        learner.file(current(learner)).unlink()
        return ""

    said = sit(delete, "end")
    assert "There is no file" in said.out
    assert told(learner)["ended"]


def test_fresh_ends_the_one_that_was_left(learner, sit):
    sit("quit")
    sit("quit", words=("--fresh", *RELU))
    every = interviews.every(learner_workspace(learner))
    assert [each.has_ended for each in every] == [True, False]


def test_the_same_seed_gives_the_same_rounds(learner, sit):
    def rounds(seed: int) -> list[tuple[str, str]]:
        sit("quit", words=("--minutes", "90", "--seed", str(seed), "--kind", "solve,debug,tests"))
        (one,) = interviews.every(learner_workspace(learner))
        shutil.rmtree(learner.folder)  # what was asked lately is asked less
        return [(part["kind"], part["exercise"]) for part in one.parts]

    first = rounds(4)
    assert len(first) >= 3
    assert rounds(4) == first
    assert rounds(5) != first


def test_a_report_is_exported_and_compared(learner, sit, tmp_path):
    sit("end")
    learner.now += 60 * MINUTE
    sit("end")
    for ending in ("svg", "html", "txt"):
        path = tmp_path / f"report.{ending}"
        assert learner("interview", "--export", str(path)).code == 0
        text = path.read_text(encoding="utf-8")
        assert "Interview of" in text.replace("&#160;", " ")
        fetched = re.findall(r"https?:(?!//www\.w3\.org|//www\.textualize)|src=", text)
        assert fetched == [], "it needs nothing from the network"
    assert len(told(learner)["earlier"]) == 1
    assert learner("interview", "--export", str(tmp_path / "report.pdf")).code == 2
    assert learner("interview", "--report", "--number", "9").code == 2


def test_without_an_interview_there_is_no_report(learner):
    said = learner("interview", "--report")
    assert said.code == 0
    assert "mlprep interview" in said.out + said.err


@pytest.mark.parametrize("words", [("--kind", "chess"), ("--minutes", "3"), ("--level", "brutal"), ("--json",)])
def test_what_cannot_be_is_said_with_what_can(learner, words):
    said = learner("interview", *words)
    assert said.code == 2
    assert said.err or json.loads(said.out)["next_step"]


def learner_workspace(learner: Learner) -> Workspace:
    return Workspace(learner.folder, "test")
