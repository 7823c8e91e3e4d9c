"""What POSIX systems, and Linux in particular, let us enforce. Imported only where it applies."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Collection

FILE_BYTES = 64 * 2**20
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36


def limit(seconds: float, memory: int) -> dict[str, str]:
    """Set this process's own limits. Returns what the system would not take, by name."""
    refused = {}
    wanted = {
        "cpu time": (resource.RLIMIT_CPU, int(seconds) + 1),
        "memory": (resource.RLIMIT_AS, memory),
        "file size": (resource.RLIMIT_FSIZE, FILE_BYTES),
        "core files": (resource.RLIMIT_CORE, 0),
    }
    for name, (which, value) in wanted.items():
        try:
            hard = resource.getrlimit(which)[1]
            ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (ceiling, ceiling if which != resource.RLIMIT_CPU else hard))
        except (OSError, ValueError) as error:
            refused[name] = str(error)
    return refused


def become_subreaper() -> bool:
    """Orphans among our descendants become our children, so none can slip away (Linux)."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> bool:
    """Be killed when the parent ends, however it ends (Linux)."""
    return _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def hide_memory() -> bool:
    """Other processes of this user may not read our memory through /proc (Linux)."""
    return _prctl(_PR_SET_DUMPABLE, 0)


def sweep(spare: Collection[int] = ()) -> None:
    """Kill and reap every child but those to spare, until none is left; orphans arrive here one by one."""
    while True:
        doomed = [pid for pid in _children() if pid not in spare]
        if not doomed:
            return
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
    try:
        tasks = os.listdir(f"/proc/{me}/task")
    except OSError:
        return []
    found = []
    for task in tasks:
        with contextlib.suppress(OSError), open(f"/proc/{me}/task/{task}/children") as file:
            found += [int(pid) for pid in file.read().split()]
    return found


def _prctl(option: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    import ctypes

    return bool(ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) == 0)
