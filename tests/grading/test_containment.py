"""What a candidate may take and leave behind: limits hold, and every process below a check ends with it.

The guard and the kernel's filter refuse to start processes. To see that containment rests on neither, they are switched
off here.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from processes import marked
from test_hostile import TRIALS, Arena, Trial

from mlprep.grading import client
from mlprep.grading.candidate.wall import Wall

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

RIGHT = """
import numpy as np
def right(x, axis):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
"""
ANY_CALLS = "import mlprep.grading.candidate.system_calls as calls; calls.limit_calls = lambda: False; "
DOUBLE_FORK = """
import os, signal, time
def stubborn():
    for each in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(each, signal.SIG_IGN)
    while True:
        time.sleep(100)
def double_fork():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            stubborn()
        os._exit(0)
    os.wait()
"""
LEAVES = {
    "a child": "if os.fork() == 0: stubborn()",
    "a grandchild of a session of its own": "double_fork()",
    "many of them": "for _ in range(20): double_fork()",
    "one that floods": """
if os.fork() == 0:
    os.setsid()
    while True:
        os.write(1, b"x" * 10_000)
""",
    "one that forks and leaves, on and on": """
if os.fork() == 0:
    os.setsid()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if os.fork():
            os._exit(0)
""",
    "one that stops itself": """
if os.fork() == 0:
    os.setsid()
    os.kill(os.getpid(), signal.SIGSTOP)
""",
    "one that runs another program": "os.posix_spawn('/bin/sleep', ['sleep', '1000'], {}, setsid=True)",
    "one in a group of its own": "if os.fork() == 0: os.setpgid(0, 0); stubborn()",
}


def answer(at_import: str, at_call: str = "pass") -> Trial:
    """A right answer that does this, too."""
    text = f"{RIGHT}{DOUBLE_FORK}\n{textwrap.dedent(at_import)}\n\ncalls = []\ndef softmax(x, axis=-1):\n"
    once = textwrap.indent(textwrap.dedent(at_call), "    ")
    text += textwrap.indent(f"if not calls:\n{once}\ncalls.append(1)\n", "    ")
    return Trial("", "", {"exercise": "softmax"}, text + "    return right(x, axis)\n")


def unguarded(root: Path) -> Arena:
    """An engine whose candidates have no guard, and may start processes."""
    no_guard = "import mlprep.grading.candidate.guard as guard; guard.install = lambda *folders: None; "
    return changed(root, no_guard + ANY_CALLS)


def changed(root: Path, change: str) -> Arena:
    """An engine that does this first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client, "_CODE", change + client._CODE)
        return Arena(root)


@pytest.fixture(scope="module")
def arena(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    arena = unguarded(tmp_path_factory.mktemp("unguarded"))
    yield arena
    arena.engine.close()
    assert not arena.processes()


@pytest.mark.parametrize("what", LEAVES)
@pytest.mark.parametrize("when", ["import", "call"])
def test_no_descendant_outlives_the_verdict(arena, what, when):
    before = arena.processes()
    trial = answer(LEAVES[what]) if when == "import" else answer("", LEAVES[what])
    report = arena.try_(trial)
    assert report["outcome"] == "passed", report
    assert arena.processes().keys() == before.keys(), arena.processes()


def test_what_a_crash_leaves_behind_is_ended_as_well(arena):
    before = arena.processes()
    report = arena.try_(answer("", "double_fork(); os.kill(os.getpid(), signal.SIGKILL)"))
    assert report["failure"]["kind"] == "ended"
    assert arena.processes().keys() == before.keys()


def test_and_what_time_has_run_out_for(arena):
    before = arena.processes()
    trial = answer("", "double_fork()\nstubborn()")
    report = arena.try_(trial._replace(head={"exercise": "softmax", "limit": "1"}))
    assert report["outcome"] == "timeout"
    assert report["seconds"] >= 0.9
    assert arena.processes().keys() == before.keys()


def test_a_candidate_that_kills_its_parent_costs_nothing_but_its_check(tmp_path):
    """The zygote is gone, and with it what the candidate left; the next candidate is started in another way."""
    arena = unguarded(tmp_path)
    if has_signal_wall():
        (zygote,) = arena.processes().keys() - {arena.pid}
        os.kill(zygote, signal.SIGKILL)
    else:
        arena.try_(answer("double_fork(); os.kill(os.getppid(), signal.SIGKILL); stubborn()"))
    assert arena.try_(answer("pass"))["outcome"] == "passed"
    assert arena.processes().keys() == {arena.pid}
    assert arena.try_(answer("pass"))["outcome"] == "passed"
    arena.engine.close()
    assert not arena.processes()


@pytest.mark.parametrize("victim", ["engine", "zygote", "candidate"])
def test_whoever_is_killed_in_the_middle_of_a_check_nobody_stays(tmp_path, victim):
    """Grandchildren of sessions of their own included, which no signal to a group would reach."""
    arena = unguarded(tmp_path)
    (zygote,) = arena.processes().keys() - {arena.pid}
    path = tmp_path / "workspace" / "softmax.py"
    trial = answer("", "double_fork()\nopen(os.environ['TMPDIR'] + '/ready', 'w').close()\nstubborn()")
    arena.engine.send(arena.request(path, trial))
    wait(lambda: is_ready(arena))
    (candidate,) = (pid for pid in arena.processes() if parent_of(pid) == zygote and session_of(pid) == pid)
    os.kill({"engine": arena.pid, "zygote": zygote, "candidate": candidate}[victim], signal.SIGKILL)
    if victim == "engine":
        with pytest.raises(client.EngineDied):
            arena.engine.receive()
        arena.engine.close()
        wait(lambda: not arena.processes())
    else:
        # without its zygote a check is asked again, of a spawned candidate, whose guard stops the answer
        assert arena.engine.receive()["failure"]["kind"] in ("ended", "crashed")
        wait(lambda: arena.processes().keys() <= {arena.pid, zygote})
        arena.engine.close()
        assert not arena.processes()


def test_hanging_up_in_the_middle_of_a_check_leaves_nobody(tmp_path):
    arena = unguarded(tmp_path)
    trial = answer("", "double_fork()\nopen(os.environ['TMPDIR'] + '/ready', 'w').close()\nstubborn()")
    arena.engine.send(arena.request(tmp_path / "softmax.py", trial))
    wait(lambda: is_ready(arena))
    arena.engine.close()
    assert not arena.processes()


@pytest.mark.parametrize("spawn", ["", "1"])
def test_limits_are_set_and_nothing_of_ours_is_in_reach(tmp_path, spawn):
    arena = Arena(tmp_path, MLPREP_SPAWN=spawn)
    trial = answer("""
        import resource
        for name in ("AS", "CPU", "FSIZE", "CORE", "NOFILE"):
            print(name, resource.getrlimit(getattr(resource, "RLIMIT_" + name))[0])
        print("session", os.getsid(0) == os.getpid(), "stdin", os.read(0, 10))
        print("open", [number for number in range(3, 256) if os.path.exists(f"/proc/self/fd/{number}")])
        import sys
        print("ours", [name for name in sys.modules if "mlprep" in name], "main", dir(sys.modules["__main__"]))
    """)
    said = arena.try_(trial._replace(head={"exercise": "softmax", "limit": "3"}))["output"]
    assert "AS 2147483648\nCPU 4\nFSIZE 67108864\nCORE 0\nNOFILE 256\n" in said
    assert "session True stdin b''" in said
    assert "ours []" in said
    assert "__builtins__" not in re.search("main (.*)", said)[1]
    assert len(re.findall(r"\d+", re.search("open (.*)", said)[1])) == 2, "requests and replies, nothing inherited"
    arena.engine.close()


def test_a_sweep_ends_orphans_even_where_the_kernel_lists_no_children():
    script = """
        import os, sys, time
        from mlprep.grading.candidate import limits
        if sys.argv[1] == "unlisted":
            exists = os.path.exists
            os.path.exists = lambda path: not path.endswith("/children") and exists(path)
        assert limits.become_subreaper()
        for _ in range(3):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    time.sleep(1000)
                os._exit(0)
        time.sleep(0.2)
        assert len(limits._children()) == 6 - 3 + 3, limits._children()
        limits.sweep()
        assert not limits._children()
        try:
            os.wait()
        except ChildProcessError:
            print("nobody left")
    """
    for way in ("listed", "unlisted"):
        command = [sys.executable, "-c", textwrap.dedent(script), way]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
        assert done.stdout == "nobody left\n", done


# The guard and the wall, each on its own.

PEEKS = re.compile("reads_the|reads_by|imports_the|makes_a|looks_for|forges")


@pytest.mark.parametrize("left", ["guard", "wall"])
def test_either_of_guard_and_wall_keeps_the_answers_alone(tmp_path, left):
    """Where the kernel has no wall the guard must do, and where the guard has been disarmed the wall."""
    if left == "wall" and not Wall(()).height:
        pytest.skip("the kernel has no Landlock")
    no_wall = "import mlprep.grading.candidate.wall as wall; wall.Wall.enter = lambda self: False; "
    arena = unguarded(tmp_path) if left == "wall" else changed(tmp_path, no_wall)
    for trial in TRIALS:
        if PEEKS.match(trial.name) and (left == "wall" or trial.head.get("needs") != "wall"):
            report = arena.try_(trial)
            # a pool whose workers cannot start waits for them until its time is up
            assert report["outcome"] in ("failed", "error", "timeout"), (trial.name, trial.way, report)
    arena.engine.close()
    assert not arena.processes()


# The whole command, ended from outside.


class Command:
    """`mlprep check softmax` in a workspace of its own, on an answer that never returns."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / ".mlprep").mkdir(parents=True)
        (folder / "softmax.py").write_text("import time\ndef softmax(x, axis=-1):\n    time.sleep(1000)\n")
        self.env = {**os.environ, "MLPREP_HOME": str(folder), "COLUMNS": "80"}
        self.words = [sys.executable, "-m", "mlprep", "check", "softmax"]

    def processes(self) -> list[int]:
        """All that bear the workspace's name in their environment, parents first."""
        return list(marked(str(self.folder)))


@pytest.mark.parametrize("moment", range(5))
@pytest.mark.parametrize("victim", ["command", "engine", "zygote"])
def test_kill_9_at_any_moment_leaves_no_process(tmp_path, victim, moment):
    command = Command(tmp_path / "practice")
    number = ("command", "engine", "zygote").index(victim)
    dice = random.Random(f"{victim} {moment}")
    run = subprocess.Popen(command.words, env=command.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait(lambda: len(command.processes()) > number)
    time.sleep(dice.uniform(0, 0.4))
    victims = command.processes()
    os.kill(victims[number], signal.SIGKILL)
    if victim == "zygote":
        time.sleep(0.1)
        run.send_signal(signal.SIGINT)  # a check without a zygote goes on, with a spawned candidate
    _, said = run.communicate(timeout=20)
    wait(lambda: not command.processes())
    assert "Traceback" not in said
    if victim == "engine":
        assert run.returncode == 3
        assert "This is our fault" in said


@pytest.mark.parametrize("moment", range(8))
def test_ctrl_c_at_any_moment_is_answered_with_a_sentence_and_leaves_no_process(tmp_path, moment):
    """From the first import to the waiting for a verdict, once or twice."""
    pexpect = pytest.importorskip("pexpect")
    command = Command(tmp_path / "practice")
    terminal = pexpect.spawn(command.words[0], command.words[1:], env=command.env, encoding="utf-8", timeout=20)
    wait(lambda: len(command.processes()) > 1)  # Python itself has started, and so has the engine
    time.sleep(random.Random(moment).uniform(0, 0.6) if moment else 0)
    terminal.sendintr()
    if moment % 2:
        time.sleep(0.02)
        terminal.sendintr()
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert "Traceback" not in terminal.before
    assert "Stopped." in terminal.before
    assert terminal.exitstatus == 130
    wait(lambda: not command.processes())


def wait(until: Callable[[], object], seconds: float = 8) -> None:
    """Wait for something to come true."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.01)


def is_ready(arena: Arena) -> bool:
    """Whether the candidate has said so in its temporary folder."""
    return any(Path(tempfile.gettempdir()).glob(f"mlprep-scratch-{arena.pid}-*/ready"))


def parent_of(pid: int) -> int:
    return _stat(pid, 1)


def session_of(pid: int) -> int:
    return _stat(pid, 3)


def _stat(pid: int, field: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[field])
    except OSError:
        return 0


def has_signal_wall() -> bool:
    return Wall(()).height >= 6
