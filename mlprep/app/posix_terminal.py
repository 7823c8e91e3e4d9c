"""The terminal on POSIX systems: keys without Enter, signals as events, a second screen, and all of it undone again."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterable
from types import FrameType
from typing import Any

from mlprep.app import keys
from mlprep.app.screen import ENTER, LEAVE, Ready

_ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Terminal:
    """As a context manager: whatever happens inside, the terminal and the signals are as before afterwards.

    Without ``screen`` only the signals are taken: standard input is not read, and output is left as it is.
    """

    def __init__(self, *, screen: bool) -> None:
        self._screen = screen
        self._mode: list[Any] | None = None
        self._handlers: dict[int, Any] = {}
        self._wake, self._woken = -1, -1
        self._impatient = 0
        self._hung_up = False

    def __enter__(self) -> Terminal:
        self._woken, self._wake = os.pipe()
        for end in (self._woken, self._wake):
            os.set_blocking(end, False)
        self._old_wake = signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        caught = (*_ENDINGS, signal.SIGWINCH, signal.SIGTSTP) if self._screen else _ENDINGS
        for number in caught:
            self._handlers[number] = signal.signal(number, self._note)
        try:
            self._begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        try:
            self._end()
        finally:
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._handlers.clear()
            signal.set_wakeup_fd(self._old_wake)
            os.close(self._wake)
            os.close(self._woken)

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            columns, rows = os.get_terminal_size(1)
        except OSError:
            return 80, 24
        return columns or 80, rows or 24

    def write(self, text: str) -> None:
        """Everything in one piece, so that the screen never shows half of it."""
        data = text.encode("utf-8", "replace")
        try:
            while data:
                data = data[os.write(1, data) :]
        except OSError:
            self._hung_up = True  # the window was closed

    def wait(self, sources: Iterable[int], timeout: float | None) -> Ready:
        """Until one of the sources, a key, a signal or the end of the time."""
        poll = select.poll()
        ready = Ready()
        for source in sources:
            poll.register(source, select.POLLIN)
        poll.register(self._woken, select.POLLIN)
        if self._screen and not self._hung_up:
            poll.register(0, select.POLLIN)
        for source, event in poll.poll(None if timeout is None else max(0, round(timeout * 1000 + 0.4))):
            if source == self._woken:
                self._signals(ready)
            elif source == 0:
                self._keys(ready, event)
            else:
                ready.sources.add(source)
        ready.ending = ready.ending or (signal.SIGHUP if self._hung_up else None)
        return ready

    def _signals(self, ready: Ready) -> None:
        self._impatient = 0
        for number in os.read(self._woken, 256):
            if number in _ENDINGS:
                ready.ending = number
            elif number == signal.SIGWINCH:
                ready.repaint = True
            elif number == signal.SIGTSTP:
                self._suspend()
                ready.repaint = True

    def _keys(self, ready: Ready, event: int) -> None:
        try:
            data = os.read(0, 1024)
        except OSError:
            data = b""
        if data:
            ready.keys += keys.read(data)
        elif event:
            self._hung_up = True

    def _note(self, number: int, frame: FrameType | None) -> None:
        """The number is in the pipe already. Who presses Ctrl-C again while we are busy means it."""
        self._impatient += number == signal.SIGINT
        if self._impatient > 1:
            raise KeyboardInterrupt

    def _begin(self) -> None:
        if not self._screen:
            return
        self._mode = termios.tcgetattr(0)
        tty.setcbreak(0, termios.TCSADRAIN)
        self.write(ENTER)

    def _end(self) -> None:
        if self._mode is None:
            return
        self.write(LEAVE)
        with contextlib.suppress(termios.error):  # the terminal is gone, and its mode with it
            termios.tcsetattr(0, termios.TCSADRAIN, self._mode)
        self._mode = None

    def _suspend(self) -> None:
        """Ctrl-Z: leave the terminal as it was, stop, and take it again when the shell brings us back."""
        self._end()
        sys.stdout.flush()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._note)
        self._begin()
