"""Events from the system that say when to look at a file: inotify, on Linux.

watchfiles would bring the others, but it asks its own queue every few milliseconds, which is what looking at one file
costs as well, and takes 33 ms to import. So without inotify, and wherever no events come, the file is looked at.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

_EVENT = struct.Struct("iIII")
_MODIFY, _ATTRIB, _CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x2, 0x4, 0x8, 0x40, 0x80, 0x100, 0x200
_GONE = 0x400 | 0x800 | 0x2000 | 0x8000  # the folder deleted, moved away, unmounted, or no longer watched
_ALL = _MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | 0x400 | 0x800
_FINISHED = _CLOSE_WRITE | _MOVED_TO


class Events:
    """What happens to the files in one file's folder. Raises OSError where there are no events."""

    def __init__(self, path: Path) -> None:
        if sys.platform != "linux" or path.is_symlink():
            raise OSError("no events for this file")
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        self._name = path.name
        self.alive = True
        self._fd: int = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._fd < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        if libc.inotify_add_watch(self._fd, os.fsencode(path.parent), ctypes.c_uint32(_ALL)) < 0:
            code = ctypes.get_errno()
            self.close()
            raise OSError(code, "inotify_add_watch")

    def fileno(self) -> int:
        return self._fd

    def drain(self) -> dict[str, bool]:
        """The names of the files to which something happened, and whether each is known to be finished."""
        happened: dict[str, bool] = {}
        while self.alive:
            try:
                data = os.read(self._fd, 1 << 16)
            except BlockingIOError:
                break
            except OSError:
                self.alive = False
                break
            while data:
                _, mask, _, length = _EVENT.unpack_from(data)
                name = os.fsdecode(data[_EVENT.size : _EVENT.size + length].rstrip(b"\0")) or self._name
                data = data[_EVENT.size + length :]
                if mask & _GONE:
                    self.alive = False
                # what follows the end of one writing is the beginning of another
                goes_on = happened.get(name, False) and not mask & (_MODIFY | _CREATE | _DELETE)
                happened[name] = bool(mask & _FINISHED) or goes_on
        return happened

    def close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
        self.alive = False
