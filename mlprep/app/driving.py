"""Drives a save loop, or a batch of checks, from the app's asyncio loop."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

from mlprep.activities.waiting import TURN, has_data

_FAULT = Callable[[Exception], None]


class Turning(Protocol):
    """What waits for descriptors, such as a `SaveLoop`."""

    def sources(self) -> list[int]: ...

    def timeout(self) -> float: ...

    def turn(self, ready: Collection[int] = ()) -> None: ...

    def close(self) -> None: ...


T = TypeVar("T", bound=Turning)


class Drive(Generic[T]):
    """Gives the loop a turn whenever one of its sources can be read, or its time is up.

    The loop closes descriptors and opens others, and numbers are used again. So nothing of it is registered while it
    has a turn; whoever calls the loop otherwise does so inside ``paused``.
    """

    def __init__(self, loop: T, fault: _FAULT) -> None:
        self._loop = loop
        self._fault = fault  # is told of an exception of ours, which asyncio would only log
        self._asyncio = asyncio.get_running_loop()
        self._registered: list[int] = []
        self._timer: asyncio.TimerHandle | None = None
        self._depth = 0
        self._closed = False

    def start(self) -> None:
        self._turn()

    def close(self) -> None:
        if self._closed:
            return
        self._release()
        self._closed = True
        self._loop.close()

    @contextmanager
    def paused(self) -> Iterator[T]:
        """The loop, to be called."""
        self._release()
        self._depth += 1
        try:
            yield self._loop
        finally:
            self._depth -= 1
            if not self._depth and not self._closed:
                self._register()

    def _turn(self, *ready: int) -> None:
        try:
            with self.paused() as loop:
                loop.turn(ready)
        except Exception as error:
            self._fault(error)

    def _register(self) -> None:
        sources, timeout = self._loop.sources(), self._loop.timeout()
        if sys.platform == "win32":
            until = self._asyncio.time() + timeout
            self._timer = self._asyncio.call_later(min(TURN, timeout), self._peek, sources, until)
            return
        self._registered = sources
        for source in sources:
            self._asyncio.add_reader(source, self._turn, source)
        self._timer = self._asyncio.call_later(timeout, self._turn)

    def _peek(self, sources: list[int], until: float) -> None:
        ready = [source for source in sources if has_data(source)]
        left = until - self._asyncio.time()
        if ready or left <= 0:
            self._turn(*ready)
        else:
            self._timer = self._asyncio.call_later(min(TURN, left), self._peek, sources, until)

    def _release(self) -> None:
        for source in self._registered:
            self._asyncio.remove_reader(source)
        self._registered = []
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
