"""The kernel's own wall around the solutions (Linux 5.13 and newer, by Landlock).

What a candidate runs can switch off every check that runs beside it in the same process; it cannot switch off this
one. Behind it no file of the hidden folders can be read, nothing can be written, made, moved or removed outside the
scratch folder, and other processes can neither be looked into nor, from Linux 6.12 on, sent a signal; devices can be
neither read nor written. It holds for whatever a candidate starts as well.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Sequence

from mlprep.grading.candidate.c_library import c_library

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_WANT_VERSION, _PATH_BENEATH, _NO_NEW_PRIVILEGES = 1, 1, 38
_READ, _WRITE = 1 << 2, 1 << 1
_REMOVE_FOLDER, _REMOVE_FILE, _MAKE_FOLDER, _MAKE_FILE = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_MAKE_ANYTHING = sum(1 << bit for bit in range(6, 13))  # devices, folders, files, sockets, FIFOs, links
_MOVE, _SHORTEN = 1 << 13, 1 << 14  # from the second and the third version of Landlock on
_IN_SCRATCH = _READ | _WRITE | _REMOVE_FOLDER | _REMOVE_FILE | _MAKE_FOLDER | _MAKE_FILE | _MOVE | _SHORTEN
# Devices hold what files are kept from, and /proc what other processes hold. Of both a few entries can be read.
_CLOSED = ("/dev", "/proc")
_FACTS = ("cpuinfo", "meminfo", "stat", "loadavg", "uptime", "version", "filesystems", "sys")
# Python's locks between processes are made in shared memory, and removed there at once.
_ELSEWHERE = {
    **dict.fromkeys(("/dev/random", "/dev/urandom", *(f"/proc/{name}" for name in _FACTS)), _READ),
    "/dev/shm": _READ | _WRITE | _REMOVE_FILE | _MAKE_FILE | _SHORTEN,
    **dict.fromkeys(("/dev/null", "/dev/zero", "/dev/full"), _READ | _WRITE | _SHORTEN),
}
_NO_SIGNALS = 1 << 1


class Wall:
    """A ruleset that allows all reading but of the hidden, and writing in the scratch folder alone.

    ``height`` is the kernel's version of it, 0 for none.

    Landlock can only allow, and what it allows of a folder it allows of all beneath. So every file is allowed but
    the hidden ones by naming what lies beside them, and beside each folder above.
    """

    def __init__(self, hidden: Sequence[str], scratch: str = "") -> None:
        self._libc = c_library()
        self._ruleset = -1
        self._hidden = [os.path.realpath(path) for path in hidden]
        # the folders above, each with the time of its last change when its contents were allowed
        self._above = {folder: -1 for path in self._hidden for folder in _parents(path)}
        self.height = max(0, self._libc.syscall(_CREATE_RULESET, None, 0, _WANT_VERSION))
        if self.height and self._hidden:  # with nothing to hide, nothing would be allowed
            self._handled = _READ | _WRITE | _REMOVE_FOLDER | _REMOVE_FILE | _MAKE_ANYTHING
            self._handled |= (_MOVE if self.height >= 2 else 0) | (_SHORTEN if self.height >= 3 else 0)
            wanted = struct.pack("QQQ", self._handled, 0, _NO_SIGNALS)[: 24 if self.height >= 6 else 8]
            self._ruleset = self._libc.syscall(_CREATE_RULESET, wanted, len(wanted), 0)
            for path, rights in {**_ELSEWHERE, **({scratch: _IN_SCRATCH} if scratch else {})}.items():
                self._allow(path, rights)
            self.refresh()

    def refresh(self) -> None:
        """Allow what has come into the folders above since: an editor that saves makes a new file."""
        if self._ruleset < 0:
            return
        try:
            for folder, seen in self._above.items():
                try:
                    changed = os.stat(folder).st_mtime_ns
                except FileNotFoundError:  # such as a pack that was moved: nothing in it is to be allowed
                    continue
                if changed != seen:
                    self._allow_all_in(folder)
                    self._above[folder] = changed
        except OSError:  # better no wall than one across what the user owns
            self.close()

    def enter(self) -> bool:
        """Put this process behind the wall, for good."""
        if self._ruleset < 0:
            return False
        self._allow(f"/proc/{os.getpid()}")
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
            if path not in self._above and path not in self._hidden and path not in _CLOSED:
                self._allow(path)

    def _allow(self, path: str, rights: int = _READ) -> None:
        try:
            # A symbolic link gets no rule: where it leads has its own, or none.
            descriptor = os.open(path, os.O_PATH | os.O_NOFOLLOW)
        except OSError:  # gone since it was listed
            return
        rule = struct.pack("<QI", rights & self._handled, descriptor)
        self._libc.syscall(_ADD_RULE, self._ruleset, _PATH_BENEATH, rule, 0)
        os.close(descriptor)


def _parents(path: str) -> Iterator[str]:
    while (folder := os.path.dirname(path)) != path:
        yield folder
        path = folder
