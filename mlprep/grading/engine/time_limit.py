"""A limit in time on work of our own that could go on for ever, where the system has timers (POSIX)."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


class Late(BaseException):
    """Time is up. Nothing that catches what an answer or a reference may raise catches this."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise Late in what is inside after so many seconds; in the main thread alone, and not within one call into C."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: object) -> None:
        raise Late

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
