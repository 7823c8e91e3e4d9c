"""Tests of a user's that do their worst: each ends in a verdict that is no pass, and nothing of it stays."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_hostile import Arena, Trial, on_a_busy_machine, shown, waiting

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

HEAD = "import builtins, os, signal, sys, tempfile, threading, time\nimport numpy as np\n"
SECONDS = 1.0
SHARED = Path("/dev/shm/pym-mlprep-count")
COUNT = """
def test(softmax):
    with open(PATH, "a+") as file:
        file.write("x")
        file.seek(0)
        assert len(file.read()) <= 3
"""
WRITES = """
    for n in range(3, 256):
        try:
            os.write(n, b"passed" * 99)
        except OSError:
            pass
"""
FRAMES = """
    frame, seen = sys._getframe(), ""
    while frame:
        seen += repr(frame.f_locals) + repr(vars(frame.f_locals.get("self", sys)))
        frame = frame.f_back
    for word in ("mis" + "take", "axis=" + "axis"):
        assert word not in seen, word
"""

# What each ends in: the kind of its failure, or none where wrong solutions get away.
TRIALS = {
    "exit": ("exit()", "rejects"),
    "exit at once": ("@\nexit()", "crashed"),
    "leaves": ("os._exit(0)", "ended"),
    "leaves with a lie": ("os._exit(113)", "peeked"),
    "kills itself": ("os.kill(os.getpid(), 9)", "rejects"),
    "loops": ("while True: pass", "timeout"),
    "sleeps": ("time.sleep(1000)", "timeout"),
    "is deaf": ("signal.signal(signal.SIGTERM, signal.SIG_IGN)\n    while True: pass", "timeout"),
    "closes everything": ("os.closerange(0, 256)", "ended"),
    "writes everywhere": (WRITES, "ended"),
    "prints": ("print('x' * 1000, end='')\n    for _ in range(3000): print('y' * 1000)", None),
    "forks": ("os.fork()", "rejects"),
    "starts a process": ("import subprocess\n    subprocess.run(['true'])", "rejects"),
    "opens the solution": ("open('@solution@').read()", "peeked"),
    "imports mlprep": ("import mlprep.grading", "peeked"),
    "reads the source": ("import inspect\n    inspect.getsource(softmax)", "rejects"),
    "recurses": ("def f(): f()\n    f()", "rejects"),
    "allocates": ("np.ones(10**10)", "rejects"),
    "raises oddly": ("raise type('E', (BaseException,), {'__str__': lambda self: 1 / 0})", "rejects"),
    "takes Python apart": ("builtins.len = builtins.list = builtins.print = None", "ended"),
    "patches NumPy": ("np.allclose = lambda *a, **k: True\n    assert np.allclose(softmax(np.zeros(2)), 7)", None),
    "breaks NumPy": ("np.exp = np.max = None\n    softmax(np.zeros(2))", "rejects"),
    "leaves a thread": ("threading.Thread(target=time.sleep, args=(1000,)).start()", None),
    "changes the solution": ("softmax.__code__ = (lambda x, axis=-1: 1).__code__\n    assert softmax(0) == 1", None),
    "writes elsewhere": ("open('@state@/progress.json', 'w')", "peeked"),
    "keeps a file": ("@" + COUNT.replace("PATH", "os.path.join(tempfile.gettempdir(), 'count')"), None),
    "shares memory": ("@" + COUNT.replace("PATH", repr(str(SHARED))), "rejects"),
    "looks at frames": (FRAMES, None),
}  # fmt: skip


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


def tried(arena: Arena, name: str) -> dict[str, Any]:
    """The report on that file of tests, with all that must hold of every one."""
    body = TRIALS[name][0]
    inside = f"\ndef test(softmax):\n    assert softmax(np.zeros(2))[0] == 0.5\n    {body.strip()}\n"
    trial = Trial(name, "", {"exercise": "softmax"}, HEAD + (body.removeprefix("@") if body[0] == "@" else inside))
    trial = trial._replace(
        text=trial.text + ("" if "def test" in trial.text else "\ndef test(softmax):\n    assert 1\n")
    )
    path = arena.workspace / "test_softmax.py"
    request = arena.request(path, trial)
    request |= {"exercise": "test_softmax", "base": "softmax", "task": "tests", "seconds": SECONDS}
    before, open_before = arena.processes(), arena.descriptors()
    began, waited = time.monotonic(), waiting()
    report = arena.ask(request)
    taken = time.monotonic() - began
    told = json.dumps(report, indent=1)
    assert taken < 8 or taken < on_a_busy_machine(8, waited), told
    assert report["outcome"] in ("failed", "error", "timeout"), told
    assert report["cases_passed"] <= 0.8 * report["cases_total"] or not report["cases_total"], told
    assert len(told) < 200_000
    assert shown(report)
    assert arena.processes().keys() == before.keys()
    assert arena.descriptors() == open_before
    assert [each.name for each in arena.workspace.iterdir()] == [".mlprep"]
    return report


@pytest.mark.parametrize("name", TRIALS)
def test_a_hostile_test_ends_as_it_must_and_leaves_nothing(arena, name):
    try:
        report = tried(arena, name)
    finally:
        SHARED.unlink(missing_ok=True)
    kind = (report["failure"] or {}).get("kind")
    assert kind == TRIALS[name][1], report


@pytest.mark.parametrize("name", ["leaves", "loops", "opens the solution", "closes everything"])
def test_it_ends_alike_where_processes_are_spawned(spawning_arena, name):
    assert tried(spawning_arena, name)["failure"]["kind"] == TRIALS[name][1]


def test_the_engine_goes_on_after_all_that(arena):
    tried(arena, "closes everything")
    report = tried(arena, "prints")
    assert report["rejected"] is None
    assert report["output"].startswith("xxx")
    assert report["cases_total"] > 20
