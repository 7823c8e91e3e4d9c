"""The C library, through which Linux is asked for what Python has no function for."""

from __future__ import annotations

import ctypes
import functools


@functools.cache
def c_library() -> ctypes.CDLL:
    """Opened once: a process that is forked from one that has opened it need not do so again."""
    return ctypes.CDLL(None, use_errno=True)
