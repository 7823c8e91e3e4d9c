"""`mlprep doctor` measures: it sees each bound that holds, each that does not, and says so where it cannot tell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlprep.activities import doctor
from mlprep.activities.session import Session
from mlprep.content.catalogue import Catalogue
from mlprep.grading import enforcement
from mlprep.grading.candidate.wall import Wall
from mlprep.grading.launching import python_command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems enforce less")

ENOUGH = 20.0  # seconds, on however busy a machine
CANDIDATE = "import mlprep.grading.candidate"
LIMITS = f"{CANDIDATE}.limits as limits; "
NO_LIMITS = f"{LIMITS} limits.limit = lambda seconds, memory: dict(); "

OF_THE_WALL = {"hidden", "writes"}
# What is taken away from candidates, and what does not hold without it.
WITHOUT = {
    "kill of one": ("import subprocess; subprocess.Popen.kill = lambda self: None; ", {"time"}),
    "limits": (NO_LIMITS, {"cpu time", "memory", "file size", "open files"}),
    "kill of a group": (f"{LIMITS} limits.kill_group = lambda pid: None; ", {"group"}),
    "subreaper": (f"{LIMITS} limits.become_subreaper = lambda: False; ", {"leftovers"}),
    "sweep": (f"{LIMITS} limits.sweep = lambda: None; ", {"leftovers"}),
    "wall": (f"{CANDIDATE}.wall as wall; wall.Wall.enter = lambda self: False; ", {"hidden", "writes"}),
    "filter": (f"{CANDIDATE}.system_calls as calls; calls.limit_calls = lambda: False; ", {"calls"}),
    "guard": (f"{CANDIDATE}.guard as guard; guard.install = lambda *folders: None; ",
              {"processes", "signals", "libraries"}),
}  # fmt: skip


def measured(monkeypatch: pytest.MonkeyPatch, change: str = "", seconds: float = ENOUGH) -> dict[str, tuple]:
    """What held, and why not, with this change to the process of the trials."""
    monkeypatch.setattr(enforcement, "_CODE", change + enforcement._CODE)
    keys = {words: name for name, words in enforcement.BOUNDS.items()}
    return {keys[bound.name]: (bound.held, bound.why) for bound in enforcement.measure(seconds)}


def test_here_everything_is_enforced(monkeypatch):
    held = {name: held for name, (held, _) in measured(monkeypatch).items()}
    assert held == dict.fromkeys(enforcement.BOUNDS, True) | dict.fromkeys(OF_THE_WALL, bool(Wall(()).height))


@pytest.mark.parametrize("what", WITHOUT)
def test_what_is_not_enforced_is_seen(monkeypatch, what):
    change, broken = WITHOUT[what]
    found = measured(monkeypatch, change)
    assert {name for name, (held, _) in found.items() if held is False} - OF_THE_WALL == broken - OF_THE_WALL
    assert all(found[name][0] is (bool(Wall(()).height) and what != "wall") for name in OF_THE_WALL)


def test_what_the_system_refuses_is_said_with_its_reason(monkeypatch):
    change = f"{LIMITS} limits.limit = lambda seconds, memory: dict(memory='invalid argument'); "
    assert measured(monkeypatch, change)["memory"] == (False, "invalid argument")


def test_what_cannot_be_tried_is_not_called_enforced(monkeypatch):
    change = "import tempfile; tempfile.TemporaryFile = None; "
    found = measured(monkeypatch, change)
    assert found["file size"][0] is None
    assert "TypeError" in found["file size"][1]
    assert found["memory"] == (True, "")


def test_whether_candidates_can_be_forked_is_tried(monkeypatch):
    """A module of the warm process that is missing slows every check, and nothing else would tell."""
    change = "import sys; sys.modules['mlprep.grading.candidate.forking'] = None; "
    found = measured(monkeypatch, change)
    assert found["warm"][0] is None
    assert "Error: " in found["warm"][1]
    assert found["memory"] == (True, "")
    session = Session(None)
    bounds = enforcement.measure(ENOUGH)
    monkeypatch.setattr(enforcement, "measure", lambda: bounds)
    assert "A try did not succeed (" in dict(doctor.facts(session))["candidates are"]
    assert enforcement.WARM not in dict(doctor.facts(session))


def test_trials_that_take_too_long_cost_only_their_own_results(monkeypatch):
    """And their processes are gone before the answer is there."""
    sleep = f"time.sleep({60 + os.getpid()})"  # tells these processes from those of tests beside us
    change = f"{CANDIDATE}.trials as trials, time; trials._cpu_time = lambda: {sleep}; "
    began = time.monotonic()
    found = measured(monkeypatch, change, seconds=4)
    assert 3.9 < time.monotonic() - began < 40
    assert found["cpu time"] == (None, "not done after 4 s")
    assert found["memory"] == (True, "")
    assert not [each for each in Path("/proc").glob("[0-9]*/cmdline") if sleep.encode() in read(each)]


@pytest.mark.parametrize(
    "trouble", ["raise SystemExit(1); ", "print('what is this', flush=True); ", "import no_such_module; "]
)
def test_trials_that_break_leave_nothing_measured(monkeypatch, trouble):
    assert {held for held, _ in measured(monkeypatch, f"{trouble}; ").values()} == {None}


def test_a_process_that_does_not_start_leaves_nothing_measured(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    found = measured(monkeypatch)
    assert {held for held, _ in found.values()} == {None}
    assert "No such file" in found["memory"][1]


def test_there_is_a_name_for_every_trial():
    command = python_command(enforcement._CODE.format(hidden=[]))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=ENOUGH)
    assert sorted(json.loads(line)[0] for line in done.stdout.splitlines()) == sorted(enforcement.BOUNDS)
    assert not done.stderr


def test_what_is_said():
    assert str(enforcement.Enforced("memory limit", True, "")) == "enforced"
    assert str(enforcement.Enforced("memory limit", False, "")) == "not enforced"
    assert str(enforcement.Enforced("memory limit", None, "no room")) == "could not be measured (no room)"


def test_the_doctor_works_where_nothing_else_does(monkeypatch, tmp_path):
    """Each fact stands by itself: no exercises, no workspace, no NumPy."""
    monkeypatch.setattr(enforcement, "measure", lambda: [enforcement.Enforced("memory limit", True, "")])
    monkeypatch.setattr(doctor, "version", lambda name: (_ for _ in ()).throw(doctor.PackageNotFoundError))
    session = Session(" ")
    session.catalogue = Catalogue(tmp_path)
    said = dict(doctor.facts(session))
    assert said["numpy"].startswith("missing")
    assert said["workspace"] == "cannot be told: --workspace needs a folder."
    assert said["progress"].startswith("cannot be told")
    assert said["exercises"].startswith("cannot be told")
    assert said["memory limit"] == "enforced"


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
