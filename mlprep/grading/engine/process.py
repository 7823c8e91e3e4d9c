"""The engine's hold on a candidate process: start it, ask it, bound it in time, and see it gone."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from mlprep.grading.common import wire
from mlprep.grading.common.encoding import WireError
from mlprep.grading.engine.deadline import Deadline, cpu_seconds
from mlprep.grading.engine.footprint import Footprint
from mlprep.grading.engine.links import Link, Pipes, PolledLink, ThreadedLink

if TYPE_CHECKING:
    from _socket import socket

    from mlprep.grading.common.scratch import Scratch

# seconds, memory, hidden: the folders that the candidate must not read, scratch: the one in which it may write,
# preloaded: modules that it need not load
Limits = dict[str, Any]

T = TypeVar("T")

MEMORY = 2 * 2**30
# PyTorch reserves more than NumPy, and each of its calls takes a few times as long.
_TORCH_MEMORY, _TORCH_TIMES = 6 * 2**30, 2
_LOADING_TORCH = 30.0  # seconds
_SHORT, _MOST_KNOWN = 4096, 32  # bytes of a reply that is known again, and how many of one question are
_ANSWERING = 0.1  # seconds for a busy process to say where it is
_TURN = 0.1  # seconds between looks at a process that waits for a core
_REAPING = 5.0  # seconds that the system may take to end what we have killed
_EMPTYING = 0.5  # seconds for removing what it has left, on the way to the verdict


class Gone(Exception):
    """The candidate ended, or broke the protocol, before it answered.

    ``status`` is a return code, negative for a signal, or None; ``broke`` says what was wrong with what it sent.
    """

    def __init__(self, status: int | None, broke: str | None = None) -> None:
        super().__init__(broke or f"status {status}")
        self.status = status
        self.broke = broke

    @property
    def is_unexplained(self) -> bool:
        """Nothing is known of how it ended: whoever would know is gone as well."""
        return self.status is None and self.broke is None


class TimedOut(Exception):
    """The time limit passed before an answer came."""


class Candidate:
    """One running candidate. Use as a context manager: leaving it kills whatever is left, and has it waited for later:
    until the system has ended it takes as long as many test cases, and changes no verdict.
    """

    def __init__(
        self,
        pid: int,
        pipes: Pipes,
        link: Link,
        kill: Callable[[], None],
        let_end: Callable[[Candidate], None],
        seconds: float,
    ) -> None:
        self.seconds = seconds
        self.footprint = Footprint(pid)
        self.deadline = Deadline(pid, seconds)
        self.is_ready = isinstance(link, PolledLink)  # forked, so NumPy is loaded from the first moment on
        self._pid = pid
        self._pipes = pipes
        self._link = link
        self._kill = kill
        self._let_end = let_end
        self._marks: deque[str] = deque()

    def __enter__(self) -> Candidate:
        return self

    def __exit__(self, *exc: object) -> None:
        self._kill()
        self._link.drain(_REAPING)
        self._let_end(self)

    def finish(self) -> None:
        """Wait until it is gone, with all that it has started."""
        self._link.finish(_REAPING)
        self._pipes.close()

    def ask(self, question: dict[str, Any]) -> tuple[dict[str, Any], float]:
        """The reply and the seconds it took. Raises Gone or TimedOut."""
        asked = time.perf_counter()
        self.send(question)
        return self.receive(), time.perf_counter() - asked

    def send(self, *questions: dict[str, Any] | wire.Marked) -> None:
        """Put questions; replies come in the same order, and many may be put ahead of them.

        Each bears a mark that its reply must bear too, so that what was written blindly, before or twice is no reply.
        """
        marks = [os.urandom(wire.MARK).hex() for _ in questions]
        self._marks.extend(marks)
        packed = (each if isinstance(each, wire.Marked) else wire.Marked(each) for each in questions)
        self._link.send(*(each.bearing(mark) for each, mark in zip(packed, marks, strict=True)))

    def receive(self) -> dict[str, Any]:
        """The next reply. Raises Gone or TimedOut."""
        return _opened(*self._next())

    def receive_as(self, read: Callable[[dict[str, Any]], T], known: dict[wire.Frame, T]) -> T:
        """The next reply as ``read`` makes it. Raises Gone or TimedOut, and what ``read`` does.

        ``known`` has what it made of replies to the same question: in a class, many say the same to the byte.
        """
        frame, mark = self._next()
        said = wire.unmarked(frame, mark)
        made = known.pop(said) if said in known else read(_opened(frame, mark))
        if said is not None and sum(map(len, said)) <= _SHORT:
            if len(known) == _MOST_KNOWN:
                del known[next(iter(known))]
            known[said] = made  # last: the one that was not said for longest goes first
        return made

    def _next(self) -> tuple[wire.Frame, str]:
        """The next reply's frame, and the mark that it must bear."""
        event = self._link.next(self.deadline.left())
        while event is None and self.deadline.waits_for_a_core():
            event = self._link.next(_TURN)
        if event is None:
            raise TimedOut
        kind, content = event
        if kind != "reply":
            raise Gone(self._link.status, content)
        return content, self._marks.popleft()

    def cpu_seconds(self) -> float:
        """How long it has computed so far, whatever else the machine does."""
        return cpu_seconds(self._pid)

    def doing(self) -> str:
        """What its threads are at, the innermost call first, as Python writes it when it is asked by a signal.

        Empty where there is no such signal, or no answer. Nothing to rely upon: the code can write there as well.
        """
        if not hasattr(signal, "SIGUSR1"):
            return ""
        before = len(self._link.printed.kept)
        with contextlib.suppress(OSError):
            os.kill(self._pid, signal.SIGUSR1)
            self._link.wait(_ANSWERING)
        said = bytes(self._link.printed.kept[before:])
        del self._link.printed.kept[before:]  # it is no output of the user's
        return said.decode("utf-8", "replace")

    def output(self) -> tuple[bytes, int]:
        """What it printed, and how many bytes more than can be shown."""
        return bytes(self._link.printed.kept), self._link.printed.unshown


def _opened(frame: wire.Frame, mark: str) -> dict[str, Any]:
    """What the reply says. Raises Gone for one that is none, or is one to another question."""
    try:
        content = wire.unpack(*frame)
    except WireError as error:
        raise Gone(None, str(error)) from None
    if not isinstance(content, dict) or content.pop("mark", None) != mark:
        raise Gone(None, "a reply to another question")
    return content


class Nursery:
    """Starts candidates, one at a time: forks them from the zygote where there is one, else spawns them."""

    def __init__(self, zygote: tuple[int, socket] | None, scratch: Scratch) -> None:
        self._zygote = zygote
        self._scratch = scratch
        self._running: set[int] = set()
        self._last: Candidate | None = None  # that was killed, and is not waited for yet
        self._starting = threading.Lock()
        self._abandoned = False

    @property
    def scratch(self) -> str:
        """The folder in which candidates may write, as they know it; empty if there is none."""
        return self._scratch.path

    def start(
        self, seconds: float, hidden: Sequence[str] = (), memory: int = MEMORY, preloaded: Sequence[str] = ()
    ) -> Candidate:
        """A fresh candidate, limited to so many seconds of wall and CPU time, that cannot read the hidden folders.

        ``preloaded`` names modules that it and those after it need not load, where they are forked.
        """
        bounds: Limits = {"seconds": seconds, "memory": memory, "hidden": list(hidden), "preloaded": list(preloaded)}
        bounds["scratch"] = self._scratch.path
        with self._starting:
            if self._abandoned:  # a candidate that went with its zygote must not be started anew
                raise Gone(None, "the engine is leaving")
            self._settle()
            return self._start(bounds)

    def start_torch(self, seconds: float, hidden: Sequence[str] = (), preloaded: Sequence[str] = ()) -> Candidate:
        """One for code in PyTorch. Where candidates are not forked, each loads it, in time of its own."""
        loading = 0.0 if self._zygote is not None else _LOADING_TORCH
        modules = ["mlprep.grading.candidate.tensors", *preloaded]
        return self.start(_TORCH_TIMES * seconds + loading, hidden, _TORCH_MEMORY, modules)

    def _start(self, bounds: Limits) -> Candidate:
        self._scratch.empty()
        if self._zygote is not None:
            try:
                return self._fork(bounds, self._zygote[1])
            except OSError:  # it is gone, or past being spoken to; its work can be done without it
                self._lose_zygote()
        return self._spawn(bounds)

    def settle(self) -> None:
        """See the last candidate gone; where all is being abandoned, that sees to it."""
        with self._starting:
            if not self._abandoned:
                self._settle()

    def _settle(self) -> None:
        last, self._last = self._last, None
        if last is not None:
            last.finish()

    def _let_end(self, candidate: Candidate) -> None:
        self._last = candidate

    def abandon(self) -> None:
        """Kill what is running and leave nothing behind; for when the command line is gone."""
        with self._starting:
            self._abandoned = True
        for pid in list(self._running):
            _kill(pid)
        zygote = self._zygote  # once: the other thread may be losing it right now
        if zygote is not None:
            with contextlib.suppress(ChildProcessError, OSError):
                zygote[1].close()
                os.waitpid(zygote[0], 0)
        if sys.platform == "linux":
            from mlprep.grading.candidate import limits

            limits.sweep()
        self._scratch.close()

    def _fork(self, bounds: Limits, control: socket) -> Candidate:
        from mlprep.grading.candidate import zygote

        if self._running:
            raise OSError("the last candidate has not ended")
        pipes = Pipes()
        try:
            pid = zygote.request(control, pipes.theirs, bounds)
        except OSError:
            pipes.hand_over()
            pipes.close()
            raise
        pipes.hand_over()
        link = PolledLink(pipes, control.fileno(), lambda: self._ended(pid, zygote.await_end(control)))
        return self._hold(pipes, pid, link, bounds["seconds"])

    def _lose_zygote(self) -> None:
        """Do without a zygote that was killed, or that cannot be rid of its candidate."""
        from mlprep.grading.candidate import limits

        if self._zygote is not None:
            pid, control = self._zygote
            self._zygote = None
            control.close()
            limits.kill_group(pid)
            limits.sweep()
        self._running.clear()

    def _spawn(self, bounds: Limits) -> Candidate:
        import subprocess

        from mlprep.grading.launching import environment, python_command

        pipes = Pipes()
        code = f"from mlprep.grading.candidate.spawned import main; main({bounds!r}, {os.getpid()})"
        child = subprocess.Popen(
            python_command(code),
            stdin=pipes.theirs_in,
            stdout=pipes.theirs_out,
            stderr=pipes.theirs_print,
            env=environment(),
            start_new_session=os.name == "posix",
        )
        pipes.hand_over()

        def wait() -> int:
            if hasattr(os, "waitid"):
                with contextlib.suppress(ChildProcessError):  # the engine is leaving, and has swept it up
                    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
                    _kill(child.pid)  # what is left of its group, while the number is still its own
            status = child.wait()
            self._running.discard(child.pid)
            if sys.platform == "linux":
                from mlprep.grading.candidate import limits

                limits.sweep()
            self._scratch.empty(_EMPTYING)
            return status

        candidate = self._hold(pipes, child.pid, ThreadedLink(pipes, wait), bounds["seconds"])
        if os.name != "posix":
            candidate._kill = child.kill
        return candidate

    def _hold(self, pipes: Pipes, pid: int, link: Link, seconds: float) -> Candidate:
        self._running.add(pid)

        def kill() -> None:
            if pid in self._running:
                _kill(pid)

        return Candidate(pid, pipes, link, kill, self._let_end, seconds)

    def _ended(self, pid: int, status: int | None) -> int | None:
        self._running.discard(pid)
        self._scratch.empty(_EMPTYING)
        if status is None:  # the zygote is gone, and what the candidate has started is ours to end
            self._lose_zygote()
            return None
        return os.waitstatus_to_exitcode(status)


def _kill(pid: int) -> None:
    if os.name == "posix":
        from mlprep.grading.candidate import limits

        limits.kill_group(pid)
