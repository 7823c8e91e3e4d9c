"""Waiting for descriptors, and for the signals that ask a program to end."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterable
from types import FrameType
from typing import Any

_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
TURN = 0.008  # seconds between asking, on Windows, where pipes cannot be waited on


class Waiter:
    """As a context manager it takes the signals that ask us to end; afterwards they are as before."""

    def __init__(self) -> None:
        self.ended: int | None = None  # the signal that came
        self._handlers: dict[int, Any] = {}
        self._woken, self._wake, self._old_wake = -1, -1, -1

    def __enter__(self) -> Waiter:
        if os.name == "posix":
            self._woken, self._wake = os.pipe()
            for end in (self._woken, self._wake):
                os.set_blocking(end, False)
            self._old_wake = signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        for name in _ENDINGS:
            number = getattr(signal, name, None)
            if number is not None:
                self._handlers[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *exc: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()
        if self._wake >= 0:
            signal.set_wakeup_fd(self._old_wake)
            os.close(self._wake)
            os.close(self._woken)
            self._wake = self._woken = -1

    def wait(self, sources: Iterable[int], timeout: float) -> set[int]:
        """Those of the sources that can be read, once there is one, a signal came, or the time is over."""
        waited = list(sources)
        if os.name == "posix":
            return self._poll(waited, timeout)
        until = time.monotonic() + timeout
        while True:
            ready = {source for source in waited if has_data(source)}
            if ready or self.ended is not None or time.monotonic() >= until:
                return ready
            time.sleep(min(TURN, max(until - time.monotonic(), 0)))

    def _poll(self, sources: list[int], timeout: float) -> set[int]:
        poll = select.poll()
        for source in (*sources, self._woken):
            poll.register(source, select.POLLIN)
        return {source for source, _ in poll.poll(max(0, round(timeout * 1000 + 0.4)))} - {self._woken}

    def _note(self, number: int, frame: FrameType | None) -> None:
        """Who presses Ctrl-C again while we are busy means it."""
        if self.ended is not None and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.ended = number


def has_data(descriptor: int) -> bool:
    """Whether that pipe can be read now (Windows)."""
    import _winapi  # type: ignore[import-not-found,unused-ignore]
    import msvcrt

    api: Any = _winapi
    runtime: Any = msvcrt
    try:
        return bool(api.PeekNamedPipe(runtime.get_osfhandle(descriptor), 0)[0])
    except OSError:
        return True  # broken, which reading will tell
