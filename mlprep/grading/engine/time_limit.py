"""A limit in time on work of our own that could go on for ever, where the system has timers (POSIX)."""

from __future__ import annotations

import contextlib
import gc
import signal
import threading
import types
from collections.abc import Iterator

_SOON = 0.005  # seconds until a callback of the garbage collector has ended


class Late(BaseException):
    """Time is up. Nothing that catches what code or a reference may raise catches this."""


@contextlib.contextmanager
def at_most(seconds: float, *, of_computing: bool = False) -> Iterator[None]:
    """Raise Late in what is inside after so many seconds; in the main thread alone, and not within one call into C.

    ``of_computing`` counts only the time that the processor gives us, so that a busy machine changes nothing.
    Where it is raised in a finalizer, Python prints it and goes on, so it is raised again each time that the same time
    has passed once more. A callback of the garbage collector would lose it as well, so it waits for its end.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    is_inside = True

    def ring(number: int, frame: types.FrameType | None) -> None:
        if not is_inside:
            return
        if _is_collecting(frame):
            signal.setitimer(timer, _SOON, seconds)
            return
        raise Late

    timer, number = (signal.ITIMER_PROF, signal.SIGPROF) if of_computing else (signal.ITIMER_REAL, signal.SIGALRM)
    before = signal.signal(number, ring)
    try:
        signal.setitimer(timer, seconds, seconds)
        yield
    finally:
        is_inside = False
        signal.setitimer(timer, 0)
        # One that is still on its way would end the process, if that were what it does by default.
        signal.signal(number, signal.SIG_IGN if before is signal.SIG_DFL else before)


def _is_collecting(frame: types.FrameType | None) -> bool:
    """Whether it belongs to a callback of the garbage collector."""
    callbacks = {getattr(each, "__code__", None) for each in gc.callbacks}
    while frame is not None:
        if frame.f_code in callbacks:
            return True
        frame = frame.f_back
    return False
