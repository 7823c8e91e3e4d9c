"""The kernel's own wall around the answers (Linux 5.13 and newer, by Landlock).

What a candidate runs can switch off every check that runs beside it in the same process; it cannot switch off this
one. Behind it no file of the hidden folders can be read, and other processes can neither be looked into nor, from
Linux 6.12 on, sent a signal. It holds for whatever a candidate starts as well.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator, Sequence

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_WANT_VERSION, _PATH_BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_READ = 1 << 2
_NO_SIGNALS = 1 << 1


class Wall:
    """A ruleset that allows all reading but of the hidden; ``height`` is the kernel's version of it, 0 for none.

    Landlock can only allow, and what it allows of a folder it allows of all beneath. So every file is allowed but
    the hidden ones by naming what lies beside them, and beside each folder above.
    """

    def __init__(self, hidden: Sequence[str]) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._ruleset = -1
        self._hidden = [os.path.realpath(path) for path in hidden]
        # the folders above, each with the time of its last change when its contents were allowed
        self._above = {folder: -1 for path in self._hidden for folder in _parents(path)}
        self.height = max(0, self._libc.syscall(_CREATE_RULESET, None, 0, _WANT_VERSION))
        if self.height and self._hidden:  # with nothing to hide, nothing would be allowed
            wanted = struct.pack("QQQ", _READ, 0, _NO_SIGNALS)[: 24 if self.height >= 6 else 8]
            self._ruleset = self._libc.syscall(_CREATE_RULESET, wanted, len(wanted), 0)
            self.refresh()

    def refresh(self) -> None:
        """Allow what has come into the folders above since: an editor that saves makes a new file."""
        if self._ruleset < 0:
            return
        try:
            for folder, seen in self._above.items():
                changed = os.stat(folder).st_mtime_ns
                if changed != seen:
                    self._allow_all_in(folder)
                    self._above[folder] = changed
        except OSError:  # better no wall than one across what the user owns
            self.close()

    def enter(self) -> bool:
        """Put this process behind the wall, for good."""
        if self._ruleset < 0:
            return False
        self._libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(self._libc.syscall(_RESTRICT_SELF, self._ruleset, 0) == 0)

    def close(self) -> None:
        """Give the ruleset up."""
        if self._ruleset >= 0:
            os.close(self._ruleset)
        self._ruleset, self.height = -1, 0

    def _allow_all_in(self, folder: str) -> None:
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if path not in self._above and path not in self._hidden:
                self._allow(path)

    def _allow(self, path: str) -> None:
        try:
            # A symbolic link gets no rule: where it leads has its own, or none.
            descriptor = os.open(path, os.O_PATH | os.O_NOFOLLOW)
        except OSError:  # gone since it was listed
            return
        rule = struct.pack("<QI", _READ, descriptor)
        self._libc.syscall(_ADD_RULE, self._ruleset, _PATH_BENEATH, rule, 0)
        os.close(descriptor)


def _parents(path: str) -> Iterator[str]:
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder
