"""The zygote: a process with NumPy and nothing else, from which candidates are forked (Linux).

It watches over one candidate at a time: when that ends, or the engine hangs up, it kills and reaps whatever the
candidate left behind. While nobody asks for one it has a spare process ready, which becomes the next candidate.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import itertools
import json
import os
import select
import signal
import sys
from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket, socketpair
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np

from mlprep.grading.candidate import guard, limits, system_calls
from mlprep.grading.candidate.runner import prepare, serve
from mlprep.grading.candidate.wall import Wall
from mlprep.grading.common import light_numpy
from mlprep.grading.common.scratch import remove
from mlprep.grading.common.wire import DESCRIPTORS, PIDFD, READY, SPARE

if TYPE_CHECKING:
    from mlprep.grading.candidate.separation import Box

PRELOADABLE = frozenset(
    (
        "mlprep.grading.candidate.tensors", "mlprep.grading.candidate.torch_testing",
        "mlprep.grading.candidate.torch_tests",
        "mlprep.grading.candidate.user_tests", "numpy.random", "numpy.testing",
    )
)  # fmt: skip
# What NumPy loads when code first asks for it, which takes each candidate as long as a small check does.
_OFTEN_USED = ("numpy.random", "numpy.ma", "numpy.typing")
_REST = 50  # milliseconds without a request, in which nobody waits for us
_MANY = 2  # candidates, after which more will come
_MOST_DESCRIPTORS = 4096
_CANDIDATE = "mlprep-code"  # what the system calls them


def run(control: socket, hidden: list[str], scratch: str, *, boxed: bool = False) -> NoReturn:
    """Fork candidates until the engine hangs up.

    ``hidden`` are the folders that most of them are kept from, ``scratch`` is the one in which they may write, and
    ``boxed`` says that all of this is in a sandbox.
    """
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        limits.become_subreaper()
        _keep_only(control.fileno())
        box = _box() if boxed else None
        wall = Wall([] if boxed else hidden, scratch)
        guard.survey([*hidden, *guard.PACKAGE])
        prepare(scratch)
        guard.out_of_reach()
        gc.disable()
        gc.freeze()  # a collection in a candidate would touch, and so copy, every page it shares with us
        if boxed:
            control.send(READY)
        _fork_on_demand(control, hidden, wall, scratch, box)
    finally:  # the engine hung up, in good order or not
        try:
            remove(scratch)
        finally:
            os._exit(0)


def _box() -> Box:
    from mlprep.grading.candidate.separation import Box

    return Box()


def _keep_only(descriptor: int) -> None:
    """Give up whatever else was inherited: a candidate must not find it."""
    os.closerange(3, descriptor)
    os.closerange(descriptor + 1, _MOST_DESCRIPTORS)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(null, standard)
    os.close(null)


def _fork_on_demand(control: socket, hidden: list[str], wall: Wall, scratch: str, box: Box | None) -> None:
    ready = _Ready(control, hidden, wall, scratch, box)
    for served in itertools.count():
        if served == _MANY or (served == 1 and _rests(control)):
            _load(_OFTEN_USED)
        spare = Spare(ready) if served and box is None and _rests(control) else None
        message, rights, _, _ = control.recvmsg(1 << 16, 256)
        if not message:
            if spare is not None:
                spare.end()
            return
        descriptors = DESCRIPTORS.unpack(rights[0][2][: DESCRIPTORS.size])
        bounds = json.loads(message)
        has_loaded = _load([name for name in bounds["preloaded"] if name in PRELOADABLE])
        height = wall.height
        wall.refresh()
        if spare is not None and (has_loaded or wall.height != height or not spare.is_there()):
            spare.end()
            spare = None
        if spare is not None:
            spare.send(message, descriptors)
            pid = spare.pid
        else:
            if box is not None:
                box.open()
            pid = os.fork()
            if pid == 0:
                _become_candidate(ready, descriptors, bounds)
        for descriptor in descriptors:
            os.close(descriptor)
        pidfd = os.pidfd_open(pid)
        if box is None:
            control.send(str(pid).encode())
        else:  # its number is another one outside of the sandbox, which the descriptor tells
            box.close()
            control.sendmsg([str(pid).encode()], [(SOL_SOCKET, SCM_RIGHTS, PIDFD.pack(pidfd))])
        status = _watch(control, pid, pidfd)
        if box is not None and not box.is_clean():
            return
        control.send(str(status).encode())


class _Ready:
    """What a process that is forked from the zygote has of it. ``wall`` is one around ``hidden``."""

    def __init__(self, control: socket, hidden: list[str], wall: Wall, scratch: str, box: Box | None) -> None:
        self.control, self.zygote = control, os.getpid()
        self.hidden, self.wall, self.scratch, self.box = hidden, wall, scratch, box


class Spare:
    """A process that is forked while nobody waits, and becomes the next candidate when one is asked for."""

    def __init__(self, ready: _Ready) -> None:
        self._socket, theirs = socketpair(AF_UNIX, SOCK_SEQPACKET)
        self.pid = os.fork()
        if self.pid == 0:
            _become_spare(ready, self._socket, theirs)
        theirs.close()

    def is_there(self) -> bool:
        """Whether nobody has ended or stopped it."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is None

    def send(self, message: bytes, descriptors: tuple[int, ...]) -> None:
        """Make it a candidate."""
        with contextlib.suppress(OSError):  # where it is gone, its end is seen soon enough
            self._socket.sendmsg([message], [(SOL_SOCKET, SCM_RIGHTS, DESCRIPTORS.pack(*descriptors))])
        self._socket.close()

    def end(self) -> None:
        """It is not needed, or no longer what the next candidate must be."""
        self._socket.close()
        limits.kill_group(self.pid)
        os.waitpid(self.pid, 0)


def _rests(control: socket) -> bool:
    """Whether the engine asks for nothing just now."""
    waiting = select.poll()
    waiting.register(control.fileno(), select.POLLIN)
    return not waiting.poll(_REST)


def _load(names: Sequence[str]) -> bool:
    """Load modules here that many candidates in a row would each take their time for. Whether any were missing."""
    missing = [name for name in names if name not in sys.modules]
    if missing:
        guard.start_no_processes()
        if "numpy.random" in missing:
            light_numpy.load_random()
        for name in missing:
            with contextlib.suppress(Exception):  # who needs it will tell
                importlib.import_module(name)
        guard.out_of_reach()
        gc.freeze()
    return bool(missing)


def _watch(control: socket, pid: int, pidfd: int) -> int:
    """Wait for the candidate's end, or bring it about if the engine hangs up; then end whatever it has left behind."""
    waiting = select.poll()
    waiting.register(pidfd, select.POLLIN)
    waiting.register(control.fileno(), select.POLLIN)
    waiting.poll()
    limits.kill_group(pid)  # before it is reaped: until then its number cannot be another's
    status = os.waitpid(pid, 0)[1]
    os.close(pidfd)
    limits.sweep()
    return status


def _become_spare(ready: _Ready, other_end: socket, orders: socket) -> NoReturn:
    try:
        other_end.close()
        limits.name_process(SPARE)
        _settle_in(ready)
        message, rights, _, _ = orders.recvmsg(1 << 16, 256)
        orders.close()
        if message:
            _serve(ready, DESCRIPTORS.unpack(rights[0][2][: DESCRIPTORS.size]), json.loads(message))
    finally:
        os._exit(guard.BROKEN)


def _become_candidate(ready: _Ready, descriptors: tuple[int, ...], bounds: dict[str, Any]) -> NoReturn:
    try:
        _settle_in(ready)
        _serve(ready, descriptors, bounds)
    finally:
        # whatever happened above, a candidate never runs on as a second zygote
        os._exit(guard.BROKEN)


def _settle_in(ready: _Ready) -> None:
    """Leave the zygote, and change what every candidate has to itself."""
    ready.control.close()
    os.setsid()
    limits.die_with_parent(0 if ready.box is not None and ready.box.is_tight else ready.zygote)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.enable()
    if "numpy.random" in sys.modules:  # or each would draw the same numbers without a seed
        np.random.seed(int.from_bytes(os.urandom(4), "big"))


def _serve(ready: _Ready, descriptors: tuple[int, ...], bounds: dict[str, Any]) -> NoReturn:
    """Be a candidate, within these bounds."""
    limits.name_process(_CANDIDATE)
    wall, box = ready.wall, ready.box
    requests, replies, output = descriptors
    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    os.close(output)
    limits.limit(bounds["seconds"], int(bounds["memory"]))
    if box is not None:
        box.enter()
    elif bounds["hidden"] != ready.hidden:
        wall.close()
        wall = Wall(bounds["hidden"], ready.scratch)
    wall.enter()  # a box needs none, and has none
    wall.close()
    system_calls.limit_calls()
    serve(requests, replies, ready.scratch)
