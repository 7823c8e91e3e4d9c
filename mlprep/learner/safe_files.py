"""Files of the user's folder, written so that nothing is lost: whole or not at all, and never over another file."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


class NotRegular(OSError):
    """Something else than a file is in its place: a folder, a link, a named pipe, a socket, a device."""


def open_regular(path: Path, flags: int) -> int:
    """A descriptor of the file. No link is followed, and nothing is waited for. Raises NotRegular."""
    try:
        descriptor = os.open(path, flags | _AT_ONCE, 0o644)
    except OSError:
        with suppress(FileNotFoundError):
            _refuse_other_kinds(path, os.lstat(path))
        raise
    try:
        _refuse_other_kinds(path, os.fstat(descriptor))
    except NotRegular:
        os.close(descriptor)
        raise
    return descriptor


_AT_ONCE = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"))


def _refuse_other_kinds(path: Path, status: os.stat_result) -> None:
    kind = stat.S_IFMT(status.st_mode)
    if kind != stat.S_IFREG:
        code = errno.EISDIR if kind == stat.S_IFDIR else errno.EINVAL
        raise NotRegular(code, f"it is {_KINDS.get(kind, 'not a regular file')}", str(path))


_KINDS = {
    stat.S_IFDIR: "a folder", stat.S_IFLNK: "a symbolic link", stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device",
}  # fmt: skip


def owner(path: Path) -> str | None:
    """Who owns that file or folder, if it is somebody else: then only they can make it usable."""
    try:
        number = os.lstat(path).st_uid
    except OSError:
        return None
    if not hasattr(os, "geteuid") or number == os.geteuid():
        return None
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"


def not_ours(path: Path, folder: Path) -> tuple[str, str] | None:
    """What to say of a file that cannot be used because it, or our folder, is somebody else's; and the way out."""
    import shlex

    for each in (path, folder):
        name = owner(each)
        if name is not None:
            command = f'sudo chown -R "$USER" {shlex.quote(str(folder))}'
            return f"{each} belongs to {name}.", f"Run `{command}`, then try again."
    return None


def move(source: Path, target: Path) -> None:
    """`os.replace`, patient with Windows, where a process that reads either file blocks it meanwhile."""
    for _ in range(50 if os.name == "nt" else 0):
        try:
            return os.replace(source, target)
        except PermissionError:
            time.sleep(0.01)
    return os.replace(source, target)


def replace_content(path: Path, content: bytes, *, keep: Path | None = None) -> os.stat_result:
    """Puts new content in a file's place, whole and flushed to the disk, or fails and leaves all as it was.

    The old file moves to ``keep``. Only one process may do this at a time. Returns the new file's status.
    """
    temporary = path.with_name(path.name + ".tmp")  # one name for all: what a killed process left is replaced
    try:
        with open_new(temporary) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            status = os.fstat(file.fileno())
        kept = keep if keep and os.path.lexists(path) else None
        if kept:
            move(path, kept)
        try:
            move(temporary, path)
        except BaseException:
            if kept:
                move(kept, path)
            raise
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    with suppress(OSError):  # flushes the names; the content is in place, and Windows cannot open a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return status


def open_new(path: Path) -> BinaryIO:
    """A new file under a name of ours, whatever was there: it is neither written through nor waited for."""
    try:
        return open(path, "xb")
    except FileExistsError:
        os.unlink(path)
        return open(path, "xb")


def free_name(folder: Path, stem: str, suffix: str, when: float) -> Path:
    """The first dated name in the folder that no file has."""
    return next(path for path in _dated(folder, stem, suffix, when) if not os.path.lexists(path))


def _dated(folder: Path, stem: str, suffix: str, when: float) -> Iterator[Path]:
    date = time.strftime("%Y-%m-%d-%H%M%S", time.localtime(when))
    yield folder / f"{stem}.{date}{suffix}"
    number = 2
    while True:
        yield folder / f"{stem}.{date}-{number}{suffix}"
        number += 1


def dated_files(folder: Path, stem: str) -> list[Path]:
    """The files that `reserve` made for that stem, oldest first."""

    def age(name: str) -> tuple[str, int, str]:
        stamp = name.removesuffix(".py").removeprefix(f"{stem}.")
        return stamp[:17], len(stamp), stamp  # of the same second: the plain one, then -2 to -9, then -10

    try:
        names = os.listdir(folder)
    except OSError:
        return []
    ours = (name for name in names if name.startswith(f"{stem}.") and name.endswith(".py"))
    return [folder / name for name in sorted(ours, key=age)]


def reserve(folder: Path, stem: str, when: float, content: bytes = b"") -> Path:
    """Makes a file under a free dated name, which `free_name` alone would not keep from other processes."""
    for path in _dated(folder, stem, ".py", when):
        with suppress(FileExistsError):
            write_new(path, content)
            return path
    raise AssertionError("the names never end")


def write_new(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, whole or not at all."""
    file = open(path, "xb")  # noqa: SIM115 (closed before the clean-up, as Windows deletes no open file)
    try:
        with file:
            file.write(content)
    except BaseException:
        path.unlink()
        raise


def put_at(source: Path, target: Path) -> None:
    """Gives a file its name, but never another file's: raises FileExistsError."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError from None
        move(source, target)
