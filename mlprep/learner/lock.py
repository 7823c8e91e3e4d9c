"""The lock on the progress file: one process at a time changes it, on every file system.

Where the system locks files, the lock ends with its process, and nobody ever waits for one that is gone. Some file
systems (network shares, phones, a few containers) refuse to lock. There a second file, made and deleted for each
change, says who is at work. A process that dies leaves it behind, so it counts only while its process lives and it
is young.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mlprep.learner.safe_files import NotRegular, open_regular

OLD = 5.0  # seconds after which a lock file was left behind: a change takes a tenth of one
_PAUSE = 0.01
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)  # EDEADLK is what Windows says


class Busy(Exception):
    """Another process held the lock for as long as we waited."""


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Holds the lock at ``path``. Raises Busy after so many seconds, or OSError where no file can be made."""
    until = time.monotonic() + seconds
    descriptor = _take(path, until)
    if descriptor is None:
        with _lock_file(short_lived(path), until):
            yield
        return
    try:
        yield
    finally:
        os.close(descriptor)  # which ends the lock; the file stays, as others may be waiting for it


def file_system_locks(folder: Path) -> bool:
    """Whether files in that folder can be locked by the system. Tried with a file that is gone afterwards."""
    import tempfile

    with tempfile.TemporaryFile(dir=folder) as file:
        return _try(file.fileno()) is not None


def short_lived(path: Path) -> Path:
    """The file that stands in for the lock at ``path`` where the file system has none."""
    return path.with_name(f"{path.name}ed")


def _take(path: Path, until: float) -> int | None:
    """The descriptor of the locked file, or None if this file system has no locks."""
    while True:
        descriptor = _open(path)
        try:
            held = _try(descriptor)
            while held is False:
                _pause(until)
                held = _try(descriptor)
            if held is None:
                os.close(descriptor)
                return None
            if _is_at(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # somebody put a new file in its place: that is the one to lock


def _try(descriptor: int) -> bool | None:
    """Lock an open file: False if another process holds it, None if the file system cannot."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True


def _open(path: Path) -> int:
    """The lock file, made if need be. Nothing is ever in it, so what cannot be opened is replaced."""
    try:
        return open_regular(path, os.O_RDWR | os.O_CREAT)
    except NotRegular as error:
        if error.errno == errno.EISDIR:
            raise
    except PermissionError:  # made by another user, as by one command with sudo
        with suppress(OSError):
            return open_regular(path, os.O_RDONLY)  # is enough to lock it
    new = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
    try:
        os.replace(new, path)
    except BaseException:
        os.close(descriptor)
        os.unlink(new)
        raise
    return descriptor


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


@contextmanager
def _lock_file(path: Path, until: float) -> Iterator[None]:
    mine = f"{os.getpid()} {time.time():.3f} {_host()}"
    seen: dict[str, float] = {}  # when we first met each lock of another process
    while not _make(path, mine):
        if _abandoned(path, seen):
            with suppress(FileNotFoundError):
                os.unlink(path)
        else:
            _pause(until)
    try:
        yield
    finally:
        with suppress(OSError):
            if _read(path) == mine:  # else it was taken for abandoned, and is another's now
                os.unlink(path)


def _make(path: Path, content: str) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        return False
    try:
        os.write(descriptor, content.encode())
    except BaseException:
        os.unlink(path)
        raise
    finally:
        os.close(descriptor)
    return True


def _abandoned(path: Path, seen: dict[str, float]) -> bool:
    """Whether the process that made this lock file is gone, or has had it for too long."""
    try:
        content = _read(path)
    except NotRegular:  # nothing that a process of ours made
        return True
    if content is None:
        return False
    since = seen.setdefault(content, time.monotonic())
    number, _, rest = content.partition(" ")
    when, _, host = rest.partition(" ")
    try:
        pid, made = int(number), float(when)
    except ValueError:  # empty: its process died before it wrote, or is about to
        pid, made = 0, _modified(path)
    if pid > 0 and host == _host() and not _alive(pid):
        return True
    # Clocks of two computers differ, so our own counts too: who works has changed the file by then.
    return time.time() - made > OLD or time.monotonic() - since > OLD


def _read(path: Path) -> str | None:
    """Who made that lock file, as far as it can be read; None if it is gone by now. Raises NotRegular."""
    try:
        descriptor = open_regular(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    except PermissionError:
        return ""
    try:
        return os.read(descriptor, 1000).decode(errors="replace")
    finally:
        os.close(descriptor)


def _modified(path: Path) -> float:
    try:
        return os.lstat(path).st_mtime
    except OSError:
        return time.time()


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # os.kill would end it; that the lock is old says enough
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def _host() -> str:
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _pause(until: float) -> None:
    if time.monotonic() > until:
        raise Busy
    time.sleep(_PAUSE)
