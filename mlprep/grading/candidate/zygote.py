"""The engine's side of the zygote: split it off, have candidates forked from it, learn how they ended (Linux).

It is split off before the engine loads a grader, so no candidate's memory ever held a reference solution.
"""

from __future__ import annotations

import json
import os

# The module `socket` takes 5 ms to import, all of it on the way to the verdict, and adds nothing we use.
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket, socketpair
from collections.abc import Sequence
from typing import Any

from mlprep.grading.common.wire import DESCRIPTORS, PIDFD

_PATIENCE = 5.0  # seconds that a fork may take
_LOADING = 60.0  # seconds that it may take where modules are loaded first; PyTorch takes its time from a cold disk


def split(hidden: Sequence[str] = (), scratch: str = "") -> tuple[int, socket]:
    """Fork the zygote off this process; its pid, and the socket to command it by.

    ``hidden`` are the folders that most candidates will be kept from: it gets ready for these while it is idle.
    ``scratch`` is the one in which they may write.
    """
    ours, theirs = socketpair(AF_UNIX, SOCK_SEQPACKET)
    pid = os.fork()
    if pid == 0:
        try:
            ours.close()
            # Only now, so that it loads what it needs while the engine loads what it needs.
            from mlprep.grading.candidate import forking

            forking.run(theirs, list(hidden), scratch)
        finally:  # whatever happens, it never runs on as a second engine
            os._exit(1)
    theirs.close()
    ours.settimeout(_PATIENCE)
    return pid, ours


def request(control: socket, descriptors: tuple[int, int, int], bounds: dict[str, Any]) -> int:
    """Have a candidate forked on these descriptors (requests, replies, output); its pid."""
    control.settimeout(_LOADING if bounds["preloaded"] else _PATIENCE)
    rights = [(SOL_SOCKET, SCM_RIGHTS, DESCRIPTORS.pack(*descriptors))]
    control.sendmsg([json.dumps(bounds).encode()], rights)
    answer, named, _, _ = control.recvmsg(64, 64)
    if not answer:
        raise ConnectionError("the zygote is gone")
    return _outside(PIDFD.unpack(named[0][2])[0]) if named else int(answer)


def _outside(pidfd: int) -> int:
    """The number that a process in a sandbox has here."""
    try:
        with open(f"/proc/self/fdinfo/{pidfd}") as file:
            pid = next((int(line.split()[1]) for line in file if line.startswith("Pid:")), 0)
    finally:
        os.close(pidfd)
    if pid <= 0:
        raise ConnectionError("the candidate is gone")
    return pid


def await_end(control: socket) -> int | None:
    """The candidate's wait status, once it and all it started are gone; None if the zygote itself is."""
    control.settimeout(_PATIENCE)
    try:
        answer = control.recv(64)
    except OSError:
        return None
    return int(answer) if answer else None
