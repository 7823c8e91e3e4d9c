"""What POSIX systems, and Linux in particular, let us enforce. Imported only where it applies."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import time

FILE_BYTES = 64 * 2**20
DESCRIPTORS = 256
_SWEEPING = 5.0  # seconds, after which a sweep gives up on what the system cannot end
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NAME = 15
_PR_SET_CHILD_SUBREAPER = 36


def limit(seconds: float, memory: int) -> dict[str, str]:
    """Set this process's own limits. Returns what the system would not take, by name, and why.

    A candidate runs all the same, with the limits that it got; `mlprep doctor` says which those are.
    """
    refused = {}
    wanted = {
        "cpu time": (resource.RLIMIT_CPU, int(seconds) + 1),
        "memory": (resource.RLIMIT_AS, memory),
        "file size": (resource.RLIMIT_FSIZE, FILE_BYTES),
        "core files": (resource.RLIMIT_CORE, 0),
        "open files": (resource.RLIMIT_NOFILE, DESCRIPTORS),
    }
    for name, (which, value) in wanted.items():
        try:
            hard = resource.getrlimit(which)[1]
            ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (ceiling, ceiling if which != resource.RLIMIT_CPU else hard))
        except (OSError, ValueError) as error:
            refused[name] = str(error)
    return refused


def cap_memory(most: int) -> None:
    """Let this process, and what it runs itself, take no more, where the system enforces it."""
    with contextlib.suppress(OSError, ValueError):  # it has less already
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


def become_subreaper() -> bool:
    """Orphans among our descendants become our children, so none can slip away (Linux)."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(parent: int) -> None:
    """Be killed when the parent, of that process number, ends, however it ends (Linux)."""
    if _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL) and os.getppid() != parent:
        os._exit(0)  # it ended before it was asked for


def name_process(name: str) -> bool:
    """Call this process so, in at most 15 characters, where processes are listed (Linux)."""
    return _prctl(_PR_SET_NAME, name.encode())


def hide_memory() -> bool:
    """Other processes of this user may not read our memory through /proc (Linux)."""
    return _prctl(_PR_SET_DUMPABLE, 0)


def sweep() -> None:
    """Kill and reap every child until none is left; orphans arrive here one by one (where we are the subreaper)."""
    until = time.monotonic() + _SWEEPING
    while time.monotonic() < until and (doomed := _children()):
        for pid in doomed:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in doomed:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def kill_group(pid: int) -> None:
    """Kill the process group that this process leads, and the process itself if it has left it."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _children() -> list[int]:
    me = os.getpid()
    if not os.path.exists(f"/proc/{me}/task/{me}/children"):  # some kernels are built without
        return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if _parent(pid) == me]
    found = []
    for task in os.listdir(f"/proc/{me}/task"):
        with contextlib.suppress(OSError), open(f"/proc/{me}/task/{task}/children") as file:
            found += [int(pid) for pid in file.read().split()]
    return found


def _parent(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/stat") as file:
            return int(file.read().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _prctl(option: int, value: int | bytes) -> bool:
    if sys.platform != "linux":
        return False
    from mlprep.grading.candidate.c_library import c_library

    return bool(c_library().prctl(option, value, 0, 0, 0) == 0)
