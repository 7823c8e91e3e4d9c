"""Answers that do their worst: each ends in time with a sensible outcome, none passes that must not, nothing stays.

The answers are in ``tests/hostile``. The comment that heads each says what must come of it:

    # exercise: softmax           which exercise it answers
    # ways: import, call          it is tried once for each, with the word in the place of @way@
    # outcome: failed error       one of these
    # says: pattern               found in the reason, the summary or the diagnosis
    # notes: words                found in the notes
    # prints: text                printed, in Python's notation for strings
    # caret: text                 the line that the syntax error is shown in
    # at: text                    in the innermost line of the user's that is shown
    # limit: 2                    seconds that the check may take; 5 unless said
    # needs: wall                 only tried where the kernel has Landlock

@solution@, @package@ and @state@ stand for the paths of the reference, of mlprep and of the workspace's own folder.
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from processes import name_of
from support import catalogue

import mlprep
from mlprep.grading.client import Engine
from mlprep.grading.common.wire import SPARE
from mlprep.views import verdict
from mlprep.views.text import make_console

HOSTILE = Path(__file__).parent / "hostile"
TRIES = 3  # of one that took too long: others may have had the processor just then
RECORD = '{"version":1,"exercises":{}}'
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


class Trial(NamedTuple):
    """One hostile answer, tried in one way."""

    name: str
    way: str
    head: dict[str, str]
    text: str

    @property
    def limit(self) -> float:
        return float(self.head.get("limit", 5))

    @property
    def says(self) -> str:
        # what a way stands for is what must be said, where the head leaves it open
        return self.head.get("says", "").replace("@kind@", self.way.partition(" ")[0])


def read(path: Path) -> Iterator[Trial]:
    text = path.read_text(encoding="utf-8")
    lines = re.match(r"(?:#.*\n)*", text)
    assert lines
    head = dict(re.findall(r"^# (\w+): (.+)$", lines[0], flags=re.M))
    for way in head.get("ways", "").split(", "):
        yield Trial(path.stem, way, head, text.replace("@way@", way).replace("@null@", "\0"))


TRIALS = [trial for path in sorted(HOSTILE.glob("*.py")) for trial in read(path)]


class Arena:
    """An engine with a copy of the exercises, a workspace and a folder to run in, and an eye on what it leaves."""

    def __init__(self, root: Path, **env: str) -> None:
        self.root, self.workspace, self.state = root / "content", root / "workspace", root / "workspace" / ".mlprep"
        self.scratch = root / "scratch"
        for tree in ("exercises", "solutions", "graders"):
            shutil.copytree(catalogue.root / tree, self.root / tree, ignore=shutil.ignore_patterns("__pycache__"))
        self.state.mkdir(parents=True)
        self.scratch.mkdir()
        self.record = self.state / "progress.json"
        self.record.write_text(RECORD)
        self.mark = uuid.uuid4().hex
        here = os.getcwd()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.scratch)
            patch.setenv("MLPREP_ARENA", self.mark)
            patch.delenv("MLPREP_SPAWN", raising=False)
            for name, value in env.items():
                patch.setenv(name, value)
            self.engine = Engine()
        self.pid = self.engine._pid
        assert os.getcwd() == here
        self.try_(Trial("", "", {"exercise": "softmax"}, ""))  # from now on its processes are all there

    def try_(self, trial: Trial) -> dict[str, Any]:
        path = self.workspace / f"{trial.head['exercise']}.py"
        request = self.request(path, trial)
        path.write_text(request["source"], encoding="utf-8")
        report = self.ask(request)
        path.unlink()
        return report

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The report, once the engine has put all away. That comes after the report, and before the next request."""
        report = self.engine.ask(request)
        self.engine.ask({"exercise": "none", "topic": "", "root": "", "entry": [], "path": "", "seed": 0})
        return report

    def request(self, path: Path, trial: Trial) -> dict[str, Any]:
        exercise = catalogue.find(trial.head["exercise"])
        solution = self.root / "solutions" / exercise.topic / f"{exercise.id}.py"
        source = trial.text.replace("@solution@", str(solution)).replace("@state@", str(self.state))
        source = source.replace("@package@", str(Path(mlprep.__file__).parent))
        return {
            "exercise": exercise.id,
            "topic": exercise.topic,
            "entry": list(exercise.entry),
            "root": str(self.root),
            "source": source,
            "path": str(path),
            "folder": str(self.workspace),
            "seed": 7,
            "hidden": [str(self.root / "solutions"), str(self.root / "graders"), str(self.state)],
            "seconds": trial.limit,
        }

    def processes(self) -> dict[int, str]:
        """Every process that bears our mark or descends from the engine, with its command."""
        parents, ours = {}, set()
        for folder in Path("/proc").iterdir():
            try:
                pid = int(folder.name)
                parents[pid] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if self.mark.encode() in (folder / "environ").read_bytes():
                    ours.add(pid)
            except (ValueError, OSError):
                continue
        ours.add(self.pid)
        while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
            ours |= more
        spares = {pid for pid in ours if name_of(pid) == SPARE and parents.get(pid) in ours}
        return {pid: _command(pid) for pid in ours - spares if pid in parents}

    def descriptors(self) -> int:
        """How many the engine has open."""
        try:
            return len(os.listdir(f"/proc/{self.pid}/fd"))
        except PermissionError:  # it hides itself, from all but root
            return 0


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()[:100]
    except OSError:
        return ""


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    arena = Arena(tmp_path_factory.mktemp("arena"))
    yield arena
    arena.engine.close()
    assert not arena.processes()


@pytest.fixture(scope="module")
def spawning_arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    arena = Arena(tmp_path_factory.mktemp("spawning"), MLPREP_SPAWN="1")
    yield arena
    arena.engine.close()
    assert not arena.processes()


def hold(arena: Arena, trial: Trial, grace: float = 1.0) -> None:
    """All that must hold of a trial."""
    if trial.head.get("needs") == "wall" and not has_wall():
        pytest.skip("the kernel has no Landlock")
    before, open_before = arena.processes(), arena.descriptors()
    for _ in range(TRIES):
        began, waited = time.monotonic(), waiting()
        report = arena.try_(trial)
        taken = time.monotonic() - began
        bound = trial.limit + grace
        if max(report["seconds"], taken - 0.5) <= bound:
            break
        bound = on_a_busy_machine(bound, waited)
    told = json.dumps(report, indent=1)
    assert report["outcome"] in trial.head["outcome"].split(), told
    failure = report["failure"] or {}
    said = f"{failure.get('reason')} {report['summary']} {report['diagnosis']}"
    assert re.search(trial.says, said), told
    assert trial.head.get("notes", "") in " ".join(report["notes"]), told
    assert ast.literal_eval(f'"{trial.head.get("prints", "")}"') in report["output"], told
    assert trial.head.get("caret", "") in (failure.get("syntax") or {"text": ""})["text"], told
    assert trial.head.get("at", "") in (failure.get("frames") or [["", "", ""]])[-1][2], told
    assert report["seconds"] <= bound, told
    assert taken <= bound + 0.5, told
    assert len(told) < 200_000, "a report is to be read"
    assert "mlprep/grading" not in str(failure), "frames are the user's own"
    assert shown(report)
    assert arena.processes().keys() == before.keys(), (before, arena.processes())
    assert arena.descriptors() == open_before
    assert arena.record.read_text() == RECORD
    assert [path.name for path in arena.workspace.iterdir()] == [".mlprep"]


def on_a_busy_machine(bound: float, waited: float) -> float:
    """A bound in seconds, longer where others want the processor now, or did since ``waiting`` was ``waited``."""
    return bound * _crowding() + min(bound, waiting() - waited)


def waiting() -> float:
    """The seconds so far in which a process waited for a processor; always 0 on systems that do not tell."""
    try:
        told = Path("/proc/pressure/cpu").read_text()
    except OSError:
        return 0.0
    return int(told.partition("total=")[2].split()[0]) / 1e6


def _crowding() -> float:
    """How many times longer than its processor time work takes, where others want the processor too."""
    began, spent = time.monotonic(), time.process_time()
    while time.process_time() - spent < 0.2:
        pass
    return max(1.0, (time.monotonic() - began) / 0.2)


def shown(report: dict[str, Any]) -> str:
    """The verdict as a terminal would get it: text, whatever the answer has put into it."""
    stream = io.StringIO()
    verdict.show_verdict(make_console(stream, width=80), report)
    assert not CONTROL.search(stream.getvalue()), repr(stream.getvalue())
    return stream.getvalue()


def has_wall() -> bool:
    from mlprep.grading.candidate.wall import Wall

    return Wall(()).height > 0


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.name}-{trial.way}" if trial.way else trial.name)
def test_a_hostile_answer_ends_as_it_must_and_leaves_nothing(arena, trial):
    hold(arena, trial)


def command(workspace: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The real command line, in that workspace."""
    return subprocess.run(
        [sys.executable, "-m", "mlprep", *words],
        env={**os.environ, "MLPREP_HOME": str(workspace), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80", **env},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("spawn", ["", "1"])
def test_the_real_command_shows_text_and_keeps_its_record(tmp_path, spawn):
    """What answers print, raise and are called is spelled out, never obeyed; each check is recorded, and stays so."""
    chosen = {
        "prints_control_codes": "\\x1b[2J\\x1b]0;owned\\x07[bold red]boo[/]",
        "odd_exceptions-control": "\\x1b[2J\\x1b[31m[bold red]boo[/]",
        "odd_exceptions-surrogate": "? ? café",
        "odd_exceptions-many_names": "[bold]\\x1b[31mEEE",
        "odd_names": "soft\\x1b[31mmax [bold]",
        "null_byte": "null bytes",
        "leaves_the_process-os._exit(0) call": "ended its process",
        "closes_every_descriptor-call": "closed files",
    }
    done = 0
    for trial in TRIALS:
        name = f"{trial.name}-{trial.way}" if trial.way else trial.name
        if name not in chosen:
            continue
        done += 1
        (tmp_path / "softmax.py").write_text(trial.text, encoding="utf-8")
        said = command(tmp_path, "check", "softmax", MLPREP_SPAWN=spawn)
        assert chosen[name] in said.stdout, said.stdout
        assert not CONTROL.search(said.stdout + said.stderr), repr(said.stdout)
        assert (said.returncode, "Traceback" in said.stdout + said.stderr) == (1, False), said.stderr + said.stdout
        record = json.loads((tmp_path / ".mlprep" / "progress.json").read_text())
        assert len(record["exercises"]["softmax"]["attempts"]) == done
    assert done == len(chosen)
    report = json.loads(command(tmp_path, "check", "softmax", "--json", MLPREP_SPAWN=spawn).stdout)
    assert report["outcome"] in ("failed", "error")
    assert {path.name for path in tmp_path.iterdir()} == {"softmax.py", ".mlprep"}


@pytest.mark.parametrize("kind", ["loop", "fifo", "device", "socket", "huge"])
def test_a_file_that_is_none_is_refused_at_once(tmp_path, kind):
    path = tmp_path / "softmax.py"
    if kind == "loop":
        path.symlink_to("softmax.py")
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "socket":
        import socket

        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))
    else:
        with path.open("wb") as file:
            file.truncate(10**10)
    said = command(tmp_path, "check", "softmax")
    assert said.returncode == 2, said
    assert "softmax.py" in said.stderr
    assert "Traceback" not in said.stderr


def one_of_each() -> list[Trial]:
    """The first way of each answer: enough where a process costs a hundred times as much."""
    return list({trial.name: trial for trial in reversed(TRIALS)}.values())


@pytest.mark.parametrize("trial", one_of_each(), ids=lambda trial: trial.name)
def test_it_ends_alike_where_processes_are_spawned(spawning_arena, trial):
    hold(spawning_arena, trial, grace=1.5)


def test_the_corpus_is_large_and_every_kind_is_in_it():
    assert len(list(HOSTILE.glob("*.py"))) >= 60
    assert {word for trial in TRIALS for word in trial.head["outcome"].split()} == {
        "failed", "error", "timeout", "unfinished", "passed"
    }  # fmt: skip
    assert all(trial.head.keys() >= {"exercise", "outcome"} for trial in TRIALS)
