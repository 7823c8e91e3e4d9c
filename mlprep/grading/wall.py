"""The kernel's own wall around the answers (Linux 5.13 and newer, by Landlock).

What a candidate runs can switch off every check that runs beside it in the same process; it cannot switch off this
one. Behind it, no file of the hidden trees can be read, mlprep's own cannot be written, and other processes can
neither be looked into nor, from Linux 6.12 on, sent a signal. It holds for whatever a candidate starts as well.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator, Sequence

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_WANT_VERSION, _PATH_BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_WRITE, _READ, _TRUNCATE = 1 << 1, 1 << 2, 1 << 14
_NO_SIGNALS = 1 << 1


class Wall:
    """A ruleset that allows every file but the hidden ones; ``height`` is the kernel's version of it, 0 for none."""

    def __init__(self, hidden: Sequence[str], read_only: Sequence[str] = ()) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self.height = max(0, self._libc.syscall(_CREATE_RULESET, None, 0, _WANT_VERSION))
        if not self.height:
            return
        self._handled = _READ | _WRITE | (_TRUNCATE if self.height >= 3 else 0)
        wanted = struct.pack("QQQ", self._handled, 0, _NO_SIGNALS)[: 24 if self.height >= 6 else 8]
        self._ruleset = self._libc.syscall(_CREATE_RULESET, wanted, len(wanted), 0)
        spared = [os.path.realpath(path) for path in read_only]
        for path in _around([os.path.realpath(path) for path in hidden], spared):
            self._allow(path, _READ if path in spared else self._handled)

    def enter(self) -> bool:
        """Put this process behind the wall, for good."""
        if not self.height or self._ruleset < 0:
            return False
        self._libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(self._libc.syscall(_RESTRICT_SELF, self._ruleset, 0) == 0)

    def close(self) -> None:
        """Give the ruleset up."""
        if self.height and self._ruleset >= 0:
            os.close(self._ruleset)

    def _allow(self, path: str, access: int) -> None:
        # A symbolic link gets no rule: where it leads has its own, or none.
        descriptor = os.open(path, os.O_PATH | os.O_NOFOLLOW)
        try:
            rule = struct.pack("<QI", access, descriptor)
            self._libc.syscall(_ADD_RULE, self._ruleset, _PATH_BENEATH, rule, 0)
        finally:
            os.close(descriptor)


def _around(hidden: Sequence[str], spared: Sequence[str]) -> Iterator[str]:
    """What together holds every file but the hidden ones: all that lies beside them and beside each folder above.

    A rule counts for all that lies beneath, so the folders above hidden ones cannot be named themselves.
    """
    above = {folder for path in (*hidden, *spared) for folder in _parents(path)}
    for folder in above:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            path = os.path.join(folder, name)
            if path not in above and path not in hidden and not os.path.islink(path):
                yield path


def _parents(path: str) -> Iterator[str]:
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder
