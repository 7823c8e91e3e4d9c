"""How the engine exchanges bytes with a candidate: by polling where descriptors can be polled, else by threads.

Both links do the same: bytes to send never block the engine, replies come out as whole frames, what the candidate
prints is kept up to a bound and counted beyond it, and its end is an event like a reply. Polling takes no thread and so
no switch between threads, which is most of the time of a small check.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from mlprep.grading.common import wire
from mlprep.grading.common.encoding import WireError

SHOWN_OUTPUT = 64 * 1024
_CHUNK = 1 << 18

Event = tuple[str, Any]  # ("reply", frame), ("broke", why) or ("end", None)


class Pipes:
    """The three pipes to a candidate: requests in, replies out, and all that it prints."""

    def __init__(self) -> None:
        self.theirs_in, self.requests = os.pipe()
        self.replies, self.theirs_out = os.pipe()
        self.output, self.theirs_print = os.pipe()

    @property
    def theirs(self) -> tuple[int, int, int]:
        """The candidate's ends."""
        return self.theirs_in, self.theirs_out, self.theirs_print

    def hand_over(self) -> None:
        """Close the candidate's ends here, once it has them."""
        for descriptor in self.theirs:
            os.close(descriptor)

    def close(self) -> None:
        """Close the engine's ends."""
        for descriptor in (self.requests, self.replies, self.output):
            os.close(descriptor)


class Link(Protocol):
    """What a Candidate needs of its link."""

    printed: Printed
    status: int | None

    def send(self, *frames: bytes) -> None: ...
    def next(self, timeout: float) -> Event | None: ...
    def wait(self, seconds: float) -> None: ...
    def drain(self, timeout: float) -> None: ...
    def finish(self, timeout: float) -> None: ...


class Replies:
    """Makes events of what a candidate sends, and of no more of it than was asked for."""

    def __init__(self) -> None:
        self._frames = wire.Frames()
        self._asked = 0
        self._heard = 0

    def expect(self, count: int) -> None:
        """So many more questions are on their way."""
        self._asked += count

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The replies that are whole with this chunk. Raises WireError for what no honest candidate sends."""
        for frame in self._frames.feed(chunk):
            if self._heard == self._asked:
                raise WireError("a reply that nothing had asked for")
            self._heard += 1
            yield "reply", frame


class Printed:
    """What a candidate printed: the first part, and how much more there was."""

    def __init__(self) -> None:
        self.kept = bytearray()
        self.unshown = 0

    def add(self, chunk: bytes) -> None:
        room = SHOWN_OUTPUT - len(self.kept)
        self.kept += chunk[:room]
        self.unshown += max(0, len(chunk) - room)


class PolledLink:
    """One thread for everything. ``ended`` becomes readable when the candidate is gone; ``reap`` gives its status."""

    def __init__(self, pipes: Pipes, ended: int, reap: Callable[[], int | None]) -> None:
        import select

        self.printed = Printed()
        self.status: int | None = None
        self._pipes = pipes
        self._ended = ended
        self._reap = reap
        self._outgoing: deque[memoryview] = deque()
        self._incoming = Replies()
        self._events: deque[Event] = deque()
        self._gone = False
        self._POLLOUT = select.POLLOUT
        self._poll = select.poll()
        for descriptor in (pipes.replies, pipes.output, ended):
            self._poll.register(descriptor, select.POLLIN)
        for descriptor in (pipes.requests, pipes.replies, pipes.output):
            os.set_blocking(descriptor, False)

    def send(self, *frames: bytes) -> None:
        self._incoming.expect(len(frames))
        if not self._outgoing:
            self._poll.register(self._pipes.requests, self._POLLOUT)
        self._outgoing.append(memoryview(b"".join(frames)))
        self._write()

    def next(self, timeout: float) -> Event | None:
        """The next event, or None if none comes in time."""
        until = time.monotonic() + timeout
        while not self._events:
            left = until - time.monotonic()
            if left <= 0:
                return None
            self._step(left)
        return self._events.popleft()

    def wait(self, seconds: float) -> None:
        """Take in what comes in that time."""
        until = time.monotonic() + seconds
        while not self._gone and (left := until - time.monotonic()) > 0:
            self._step(left)

    def drain(self, timeout: float) -> None:
        """Take in what was printed so far: no more than a pipe holds, however fast an escaped process prints."""
        with contextlib.suppress(BlockingIOError):
            self.printed.add(os.read(self._pipes.output, _CHUNK))

    def finish(self, timeout: float) -> None:
        """Wait for the end."""
        until = time.monotonic() + timeout
        while not self._gone and (left := until - time.monotonic()) > 0:
            self._step(left)

    def _step(self, timeout: float) -> None:
        for descriptor, _ in self._poll.poll(max(1, int(timeout * 1000))):
            if descriptor == self._pipes.requests:
                self._write()
            elif descriptor == self._pipes.replies:
                self._read_replies()
            elif descriptor == self._pipes.output:
                chunk = os.read(descriptor, _CHUNK)
                self.printed.add(chunk)
                if not chunk:
                    self._poll.unregister(descriptor)
            else:
                self._poll.unregister(descriptor)
                self._gone = True
                self.status = self._reap()
                while self._read_replies():  # its last words may still be in the pipe
                    continue
                self._events.append(("end", None))

    def _write(self) -> None:
        try:
            while self._outgoing:
                rest = self._outgoing[0][os.write(self._pipes.requests, self._outgoing[0]) :]
                if rest:
                    self._outgoing[0] = rest
                else:
                    self._outgoing.popleft()
        except BlockingIOError:
            return
        except OSError:  # nobody reads any more; the end will be an event of its own
            self._outgoing.clear()
        self._poll.unregister(self._pipes.requests)

    def _read_replies(self) -> bool:
        """Take in one chunk; more would let a flood keep the clock from being looked at. Whether there may be more."""
        try:
            chunk = os.read(self._pipes.replies, _CHUNK)
            self._events.extend(self._incoming.feed(chunk))
        except BlockingIOError:
            return False
        except WireError as error:
            self._events.append(("broke", str(error)))
            chunk = b""
        if not chunk:
            with contextlib.suppress(KeyError):
                self._poll.unregister(self._pipes.replies)
        return bool(chunk)


class ThreadedLink:
    """For systems whose pipes cannot be polled: a thread for each direction."""

    def __init__(self, pipes: Pipes, wait: Callable[[], int | None]) -> None:
        import queue

        self.printed = Printed()
        self.status: int | None = None
        self._pipes = pipes
        self._wait = wait
        self._empty = queue.Empty
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._incoming = Replies()
        self._ended = threading.Event()
        self._finished = False
        work = (self._read_replies, self._read_output, self._write, self._await_end)
        self._threads = [threading.Thread(target=each, daemon=True) for each in work]
        for thread in self._threads:
            thread.start()

    def send(self, *frames: bytes) -> None:
        self._incoming.expect(len(frames))
        self._outgoing.put(b"".join(frames))

    def next(self, timeout: float) -> Event | None:
        """The next event, or None if none comes in time."""
        try:
            return self._events.get(timeout=max(timeout, 0.001))
        except self._empty:
            return None

    def wait(self, seconds: float) -> None:
        """Take in what comes in that time, which the threads do."""
        self._ended.wait(seconds)

    def drain(self, timeout: float) -> None:
        """Take in what was printed, which a thread does until the end."""
        self.finish(timeout)

    def finish(self, timeout: float) -> None:
        """Wait for the end, and for the threads that end with it."""
        self._outgoing.put(None)
        self._ended.wait(timeout)
        for thread in self._threads:
            thread.join(0.5)
        self._finished = True  # a thread that an escaped process still holds must not read what comes after

    def _read_replies(self) -> None:
        try:
            while not self._finished and (chunk := os.read(self._pipes.replies, _CHUNK)):
                for event in self._incoming.feed(chunk):
                    self._events.put(event)
        except WireError as error:
            self._events.put(("broke", str(error)))
        except OSError:
            return

    def _read_output(self) -> None:
        with contextlib.suppress(OSError):
            while not self._finished and (chunk := os.read(self._pipes.output, _CHUNK)):
                self.printed.add(chunk)

    def _write(self) -> None:
        with contextlib.suppress(OSError):
            while (data := self._outgoing.get()) is not None:
                wire.write_all(self._pipes.requests, data)

    def _await_end(self) -> None:
        self.status = self._wait()
        self._threads[0].join(0.5)  # its last words may still be in the pipe
        self._ended.set()
        self._events.put(("end", None))
