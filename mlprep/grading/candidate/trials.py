"""Tries to break what binds a candidate, each bound in a process of its own, and says whether it held.

`mlprep doctor` runs this, by way of `enforcement`, in a process that is thrown away afterwards. It loads no NumPy and
no exercise, so that it can tell of a system on which nothing else works.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from mlprep.grading.candidate import guard

if TYPE_CHECKING:
    from mlprep.grading.candidate.wall import Wall

_MEMORY = 2**30
_GONE = 1.0  # seconds that the system may take to end what was killed
_LONG = 5  # seconds after which what a trial has left behind ends by itself


class _Refused(Exception):
    """The system does not take the limit at all, and says why."""


def main(hidden: Sequence[str]) -> None:
    """Run every trial, side by side where the system can fork, and print each result as a line of JSON.

    A result is the trial's name, whether the bound held (null if that could not be measured), and a reason or "".
    """
    trials: dict[str, Callable[[], bool]] = {
        "warm": _warm,
        "time": _time,
        "cpu time": _cpu_time,
        "memory": _memory,
        "file size": _file_size,
        "open files": _open_files,
        "group": _group,
        "leftovers": _leftovers,
        "hidden": lambda: _hidden(hidden),
        "writes": lambda: _writes(hidden),
        "calls": _calls,
        "processes": _processes,
        "signals": _signals,
        "libraries": _libraries,
    }
    for name, trial in trials.items():
        if hasattr(os, "fork"):
            _fork(partial(_tell, name, trial))
        else:
            _tell(name, trial)
    with contextlib.suppress(ChildProcessError):
        while hasattr(os, "wait"):
            os.wait()


def _tell(name: str, trial: Callable[[], bool]) -> None:
    held: bool | None = None
    why = ""
    try:
        held = trial()
    except _Refused as refused:
        held, why = False, str(refused)
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
    os.write(1, json.dumps([name, held, why]).encode() + b"\n")


def _fork(work: Callable[[], object]) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work()
        finally:
            os._exit(0)
    return pid


def _warm() -> bool:
    """A candidate can be forked from a process that has loaded NumPy, and ends well when there is nothing to do."""
    from mlprep.grading.candidate import zygote

    pid, control = zygote.split()
    requests, replies, output = os.pipe(), os.pipe(), os.pipe()
    try:
        bounds = {"seconds": _LONG, "memory": 2 * _MEMORY, "hidden": [], "preloaded": []}
        zygote.request(control, (requests[0], replies[1], output[1]), bounds)
        os.close(requests[1])  # which is how it is told that nothing comes any more
        return zygote.await_end(control) == 0
    finally:
        control.close()
        os.waitpid(pid, 0)


# What the system is asked to enforce


def _time() -> bool:
    command = [sys.executable, "-I", "-S", "-c", f"import time; time.sleep({_LONG})"]
    late = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    late.kill()
    try:
        return late.wait(_GONE) != 0
    except subprocess.TimeoutExpired:
        return False


def _cpu_time() -> bool:
    _limit("cpu time")
    status = os.waitpid(_fork(_burn), 0)[1]
    return os.waitstatus_to_exitcode(status) == -signal.SIGXCPU


def _burn() -> None:
    """Use more CPU time than none, which systems end at once or, as older ones, after a second."""
    _limit("cpu time", seconds=-1)  # a candidate gets one more than it is asked to take
    while time.process_time() < 1.1:
        pass


def _memory() -> bool:
    import mmap

    mmap.mmap(-1, _MEMORY).close()  # what is refused afterwards is so by the limit, and not for a lack of memory
    _limit("memory")
    try:
        mmap.mmap(-1, _MEMORY).close()
    except OSError:
        return True
    return False


def _file_size() -> bool:
    import tempfile

    most = _limit("file size")
    with tempfile.TemporaryFile() as file:
        os.pwrite(file.fileno(), b"x", most - 1)
        return _fails_with(errno.EFBIG, lambda: os.pwrite(file.fileno(), b"x", most))


def _open_files() -> bool:
    most = _limit("open files")
    return _fails_with(errno.EMFILE, lambda: [os.dup(1) for _ in range(most)])


def _limit(name: str, seconds: int = _LONG) -> int:
    """Limit this process as a candidate is; what the named limit allows."""
    if os.name != "posix":
        raise _Refused
    from mlprep.grading.candidate import limits

    refused = limits.limit(seconds, _MEMORY)
    if name in refused:
        raise _Refused(refused[name])
    return {"file size": limits.FILE_BYTES, "open files": limits.DESCRIPTORS}.get(name, 0)


def _fails_with(number: int, attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError as error:
        if error.errno == number:
            return True
        raise
    return False


def _group() -> bool:
    """A candidate is killed with the processes it has started."""
    if os.name != "posix":
        return False
    from mlprep.grading.candidate import limits

    alive, here = os.pipe()

    def lead() -> None:
        os.setsid()
        _fork(lambda: _stay(here))
        _stay(here)

    leader = _fork(lead)
    os.close(here)
    for _ in range(2):
        os.read(alive, 1)
    limits.kill_group(leader)
    return _is_deserted(alive)


def _leftovers() -> bool:
    """A process that has left its group and lost its parent is found all the same."""
    if os.name != "posix":
        return False
    from mlprep.grading.candidate import limits

    if not limits.become_subreaper():
        return False
    alive, here = os.pipe()

    def leave() -> None:
        os.setsid()
        _fork(lambda: _stay(here))

    os.waitpid(_fork(leave), 0)
    os.close(here)
    os.read(alive, 1)
    limits.sweep()
    return _is_deserted(alive)


def _stay(here: int) -> None:
    os.close(1)  # whoever reads our results is not to wait for this process
    os.write(here, b"x")
    time.sleep(_LONG)


def _is_deserted(alive: int) -> bool:
    """Whether nobody holds the other end of this pipe any more."""
    return bool(select.select([alive], [], [], _GONE)[0]) and os.read(alive, 1) == b""


def _hidden(folders: Sequence[str]) -> bool:
    """Behind the wall no file of the hidden folders can be opened, whatever a process does."""
    if sys.platform != "linux":
        return False
    from mlprep.grading.candidate.wall import Wall

    found = (os.path.join(above, name) for folder in folders for above, _, names in os.walk(folder) for name in names)
    secret = next(found, None)
    if secret is None:
        raise FileNotFoundError("there is nothing to hide")
    os.close(os.open(secret, os.O_RDONLY))
    return Wall(folders).enter() and _fails_with(errno.EACCES, lambda: os.open(secret, os.O_RDONLY))


def _writes(hidden: Sequence[str]) -> bool:
    """Behind the wall a file can be made in the scratch folder, and not beside it."""
    if sys.platform != "linux":
        return False
    import tempfile

    from mlprep.grading.candidate.wall import Wall

    with tempfile.TemporaryDirectory() as folder:
        scratch = os.path.join(folder, "scratch")
        os.mkdir(scratch)
        pid = _fork(lambda: os._exit(_writes_only_in(scratch, Wall(hidden, scratch))))
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1


def _writes_only_in(scratch: str, wall: Wall) -> bool:
    entered, how = wall.enter(), os.O_CREAT | os.O_WRONLY
    os.close(os.open(os.path.join(scratch, "inside"), how))
    return entered and _fails_with(errno.EACCES, lambda: os.open(scratch + "-outside", how))


def _calls() -> bool:
    """No process is started, no owner changed and no network reached, whatever is done to Python."""
    if sys.platform != "linux":
        return False
    import socket
    import tempfile

    from mlprep.grading.candidate.system_calls import limit_calls

    with tempfile.NamedTemporaryFile() as file:
        if not limit_calls():
            return False
        attempts: list[Callable[[], object]] = [
            lambda: _fork(lambda: None),
            lambda: os.chown(file.name, os.getuid(), os.getgid()),
            lambda: os.setxattr(file.name, "user.mlprep", b""),
            socket.socket,
        ]
        return all(_fails_with(errno.EPERM, attempt) for attempt in attempts)


# What the guard refuses


def _processes() -> bool:
    command = [sys.executable, "-I", "-S", "-c", ""]
    return _is_refused(lambda: subprocess.Popen(command, stdout=subprocess.DEVNULL).wait())


def _signals() -> bool:
    # Should it not be refused, nothing happens: 0 sends none, and on Windows there is no such process.
    return _is_refused(lambda: os.kill(os.getppid() if os.name == "posix" else 2**31 - 4, 0))


def _libraries() -> bool:
    import ctypes

    return _is_refused(lambda: ctypes.CDLL("libc.so.6"))


def _is_refused(attempt: Callable[[], object]) -> bool:
    guard.install(())
    try:
        attempt()
    except OSError as error:
        return isinstance(error, PermissionError) and error.errno is None  # the system's own refusals have a number
    return False
