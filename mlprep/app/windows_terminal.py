"""The terminal on Windows, where neither keys nor pipes can be waited on: they are asked in turn."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable
from typing import Any

from mlprep.app import keys
from mlprep.app.screen import ENTER, LEAVE, Ready

_TURN = 0.008  # seconds between asking
_ARROWS = {"H": keys.UP, "P": keys.DOWN, "I": keys.PAGE_UP, "Q": keys.PAGE_DOWN, "G": keys.HOME, "O": keys.END}


class Terminal:
    """The same promises as `posix_terminal.Terminal`."""

    def __init__(self, *, screen: bool) -> None:
        self._screen = screen
        self._handlers: dict[int, Any] = {}
        self._ending: int | None = None
        self._size = (0, 0)

    def __enter__(self) -> Terminal:
        for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None:
                self._handlers[number] = signal.signal(number, self._note)
        if self._screen:
            os.system("")  # which lets the console obey escape sequences
            self.write(ENTER)
        return self

    def __exit__(self, *exc: object) -> None:
        if self._screen:
            self.write(LEAVE)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            columns, rows = os.get_terminal_size(1)
        except OSError:
            return 80, 24
        return columns, rows

    def write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    def wait(self, sources: Iterable[int], timeout: float | None) -> Ready:
        """Until one of the sources, a key, a signal or the end of the time."""
        ready, waited = Ready(), list(sources)
        until = float("inf") if timeout is None else time.monotonic() + timeout
        while True:
            ready.sources = {source for source in waited if _has_data(source)}
            ready.keys = _keys() if self._screen else []
            ready.ending = self._ending
            ready.repaint = self._screen and self._size != self.size()
            self._size = self.size()
            if ready.sources or ready.keys or ready.ending or ready.repaint or time.monotonic() >= until:
                return ready
            time.sleep(min(_TURN, max(until - time.monotonic(), 0)))

    def _note(self, number: int, frame: object) -> None:
        self._ending = number


def _has_data(descriptor: int) -> bool:
    import _winapi  # type: ignore[import-not-found,unused-ignore]
    import msvcrt

    api: Any = _winapi
    runtime: Any = msvcrt
    try:
        return bool(api.PeekNamedPipe(runtime.get_osfhandle(descriptor), 0)[0])
    except OSError:
        return True  # broken, which reading will tell


def _keys() -> list[str]:
    import msvcrt

    runtime: Any = msvcrt
    found: list[str] = []
    while runtime.kbhit():
        letter = runtime.getwch()
        if letter in ("\0", "\xe0"):
            found += [_ARROWS[name] for name in (runtime.getwch(),) if name in _ARROWS]
        else:
            found += keys.read(letter.encode())
    return found
