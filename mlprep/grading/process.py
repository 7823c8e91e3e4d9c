"""The engine's hold on a candidate process: start it, ask it, bound it in time, and see it gone."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from mlprep.grading import wire

if TYPE_CHECKING:
    from _socket import socket

SHOWN_OUTPUT = 64 * 1024
MEMORY = 2 * 2**30
_GRACE = 0.3  # how long a candidate that said its last may take to be reaped


class Gone(Exception):
    """The candidate ended, or broke the protocol, before it answered. ``status`` is a return code, negative for a signal."""

    def __init__(self, status: int | None, broke: str | None = None) -> None:
        super().__init__(broke or f"status {status}")
        self.status = status
        self.broke = broke


class TimedOut(Exception):
    """The time limit passed before an answer came."""


class Candidate:
    """One running candidate. Use as a context manager: leaving it kills whatever is left."""

    def __init__(self, pipes: _Pipes, kill: Callable[[], None], wait: Callable[[], int | None], seconds: float) -> None:
        self._pipes = pipes
        self._kill = kill
        self._wait = wait
        self._deadline = time.monotonic() + seconds
        self._events: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._output = bytearray()
        self._unshown = 0
        self._ended = threading.Event()
        self.status: int | None = None
        self._threads = [
            threading.Thread(target=work, daemon=True)
            for work in (self._read_replies, self._read_output, self._write, self._await_end)
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Candidate:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def ask(self, question: wire.Value, limit: int = wire.MAX_BYTES) -> tuple[Any, float]:
        """The reply and the seconds it took. Raises Gone or TimedOut."""
        asked = time.perf_counter()
        self._outgoing.put(wire.pack(question, limit))
        while True:
            left = self._deadline - time.monotonic()
            try:
                event, content = self._events.get(timeout=max(left, 0.001))
            except queue.Empty:
                raise TimedOut from None
            if event == "reply":
                return content, time.perf_counter() - asked
            if event == "broke":
                raise Gone(None, content)
            self._ended.wait(max(0.0, min(left, 1.0)))
            raise Gone(self.status)

    def close(self) -> None:
        """Kill it and all it started; returns when they are gone and its output has been read."""
        self._outgoing.put(None)
        if not self._ended.is_set():
            self._kill()
        self._ended.wait(5)
        # Its descendants are dead as well, so the pipes end and the readers with them.
        for thread in self._threads:
            thread.join(_GRACE)
        self._pipes.close()

    @property
    def seconds_left(self) -> float:
        return self._deadline - time.monotonic()

    def output(self) -> tuple[str, int]:
        """What it printed, and how many bytes more than can be shown."""
        return bytes(self._output).decode("utf-8", "replace"), self._unshown

    def _read_replies(self) -> None:
        try:
            while (frame := wire.read_frame(self._pipes.replies)) is not None:
                self._events.put(("reply", wire.unpack(*frame)))
            self._events.put(("end", None))
        except wire.WireError as error:
            self._events.put(("broke", str(error)))
        except (OSError, MemoryError) as error:
            self._events.put(("end", str(error)))

    def _read_output(self) -> None:
        with contextlib.suppress(OSError):
            while chunk := os.read(self._pipes.output, 1 << 16):
                room = SHOWN_OUTPUT - len(self._output)
                self._output += chunk[:room]
                self._unshown += max(0, len(chunk) - room)

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            while (data := self._outgoing.get()) is not None:
                wire.write_all(self._pipes.requests, data)

    def _await_end(self) -> None:
        self.status = self._wait()
        self._ended.set()
        self._events.put(("end", None))


class _Pipes:
    """The engine's ends of the three pipes to a candidate, and the candidate's ends until it has them."""

    def __init__(self) -> None:
        self.theirs_in, self.requests = os.pipe()
        self.replies, self.theirs_out = os.pipe()
        self.output, self.theirs_print = os.pipe()

    @property
    def theirs(self) -> tuple[int, int, int]:
        return self.theirs_in, self.theirs_out, self.theirs_print

    def hand_over(self) -> None:
        for descriptor in self.theirs:
            os.close(descriptor)

    def close(self) -> None:
        for descriptor in (self.requests, self.replies, self.output):
            os.close(descriptor)


class Nursery:
    """Starts candidates: forks them from the zygote where there is one, else spawns them."""

    def __init__(self, zygote: tuple[int, socket] | None) -> None:
        self._zygote = zygote
        self._running: set[int] = set()

    def start(self, seconds: float, memory: int = MEMORY) -> Candidate:
        """A fresh candidate, limited to so many seconds of wall and CPU time."""
        limits = {"seconds": seconds, "memory": memory}
        pipes = _Pipes()
        if self._zygote is not None:
            return self._fork(pipes, limits, self._zygote[1])
        return self._spawn(pipes, limits)

    def fork_with(self, module: Any, seconds: float) -> Candidate:
        """A candidate that runs a module of ours: ``mlprep dev`` proves mistakes and alternatives this way."""
        from mlprep.grading import candidate, posix

        pipes = _Pipes()
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            try:
                os.setsid()
                posix.die_with_parent()
                for descriptor in (1, 2):
                    os.dup2(pipes.theirs_print, descriptor)
                pipes.close()
                posix.limit(seconds, MEMORY)
                candidate.serve(pipes.theirs_in, pipes.theirs_out, ready_made=module)
            finally:
                os._exit(70)
        pipes.hand_over()
        return self._hold(pipes, pid, seconds, lambda: os.waitpid(pid, 0)[1])

    def abandon(self) -> None:
        """Kill what is running and leave nothing behind; for when the command line is gone."""
        for pid in list(self._running):
            _kill(pid)
        if self._zygote is not None:
            self._zygote[1].close()
        if sys.platform == "linux":
            from mlprep.grading import posix

            posix.sweep()

    def _fork(self, pipes: _Pipes, limits: dict[str, float], control: socket) -> Candidate:
        from mlprep.grading import zygote

        try:
            pid = zygote.request(control, pipes.theirs, limits)
        except OSError as error:
            raise Gone(None, f"no candidate could be started: {error}") from error
        finally:
            pipes.hand_over()
        return self._hold(pipes, pid, limits["seconds"], lambda: zygote.await_end(control))

    def _hold(self, pipes: _Pipes, pid: int, seconds: float, wait: Callable[[], int | None]) -> Candidate:
        self._running.add(pid)

        def waited() -> int | None:
            status = wait()
            self._running.discard(pid)
            return None if status is None else os.waitstatus_to_exitcode(status)

        return Candidate(pipes, lambda: _kill(pid), waited, seconds)

    def _spawn(self, pipes: _Pipes, limits: dict[str, float]) -> Candidate:
        import subprocess

        from mlprep.grading.launching import environment, python_command

        code = f"from mlprep.grading.spawned import main; main({limits['seconds']!r}, {int(limits['memory'])!r})"
        child = subprocess.Popen(
            python_command(code),
            stdin=pipes.theirs_in,
            stdout=pipes.theirs_out,
            stderr=pipes.theirs_print,
            env=environment(),
            start_new_session=os.name == "posix",
        )
        pipes.hand_over()
        self._running.add(child.pid)

        def wait() -> int | None:
            status = child.wait()
            self._running.discard(child.pid)
            _kill(child.pid)
            if sys.platform == "linux":
                from mlprep.grading import posix

                posix.sweep()
            return status

        def kill() -> None:
            _kill(child.pid)
            child.kill()

        return Candidate(pipes, kill, wait, limits["seconds"])


def _kill(pid: int) -> None:
    if os.name == "posix":
        from mlprep.grading import posix

        posix.kill_group(pid)
