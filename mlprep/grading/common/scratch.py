"""The folder in which a candidate may write: made for an engine, emptied after each candidate, gone with the engine."""

from __future__ import annotations

import os
import stat
import time

_PREFIX = "mlprep-scratch-"
_SETTINGS = ("TMPDIR", "TEMP", "TMP")
_USUAL = ("/tmp", "/var/tmp", "/usr/tmp")
_TRIES = 3
_EMPTYING = 5.0  # seconds, after which the rest is left to the next engine


class Scratch:
    """One such folder. ``path`` is empty where none can be made; candidates then write nowhere.

    It is locked as long as its engine lives, where the system has such locks: what is not locked is a leftover.
    """

    def __init__(self) -> None:
        self.path = ""
        self._lock = -1
        for base in (base for base in _bases() for _ in range(_TRIES)):
            path = os.path.join(base, f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}")
            try:
                os.mkdir(path, 0o700)
                lock = _locked(path)
            except OSError:  # it cannot be made here, or another engine took it for a leftover
                continue
            if os.path.isdir(path):
                self.path, self._lock = path, lock
                return
            if lock >= 0:
                os.close(lock)

    def empty(self, seconds: float = _EMPTYING) -> None:
        """Remove what a candidate has left, as far as that can be done in this time."""
        if self.path:
            _empty(self.path, seconds)

    def close(self) -> None:
        """Remove it, and those of engines that were killed."""
        if not self.path:
            return
        remove(self.path)
        if self._lock >= 0:
            os.close(self._lock)
            _remove_leftovers(os.path.dirname(self.path))
        self.path, self._lock = "", -1


def use(path: str) -> None:
    """Have this process, and the module `tempfile` in it, put temporary files into that folder, if there is one."""
    if path:
        os.environ.update(dict.fromkeys(_SETTINGS, path))


def _remove_leftovers(base: str) -> None:
    """Remove the folders in ``base`` that no living engine holds."""
    for name in os.listdir(base):
        if not name.startswith(_PREFIX) or not _is_own(path := os.path.join(base, name)):
            continue
        try:
            lock = _locked(path)
        except OSError:  # its engine lives, or another removes it
            continue
        if lock >= 0:
            remove(path)
            os.close(lock)


def _is_own(path: str) -> bool:
    try:
        return os.lstat(path).st_uid == os.getuid()
    except OSError:  # another engine was first
        return False


def _bases() -> list[str]:
    return [os.path.abspath(base) for base in (*map(os.environ.get, _SETTINGS), *_USUAL) if base]


def _locked(path: str) -> int:
    """A descriptor that locks the folder, -1 where there are no such locks. Raises OSError if it is locked or gone."""
    try:
        import fcntl
    except ImportError:
        return -1
    lock = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise
    except OSError:
        os.close(lock)
        return -1
    return lock


def remove(path: str) -> None:
    """Remove the folder and all in it."""
    _empty(path, _EMPTYING)
    try:  # noqa: SIM105 (contextlib takes too long to load here)
        os.rmdir(path)
    except OSError:  # some of it could not be removed, or somebody else was first
        pass


def _empty(path: str, seconds: float) -> None:
    """However deep it is: what lies in a folder is moved up before the folder is removed."""
    until, count = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        try:
            names = os.listdir(path)
        except OSError:
            return
        before = count
        for name in names:
            inside = os.path.join(path, name)
            try:
                if not stat.S_ISDIR(os.lstat(inside).st_mode):
                    os.unlink(inside)
                    count += 1
                    continue
                os.chmod(inside, 0o700)
                for each in os.listdir(inside):
                    count += 1
                    os.rename(os.path.join(inside, each), os.path.join(path, f"{count}-{os.urandom(8).hex()}"))
                os.rmdir(inside)
                count += 1
            except OSError:
                continue
        if not names or count == before:
            return
