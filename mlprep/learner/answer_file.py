"""Reading a user's answer file: as text, once, with a clear word where that cannot be done."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mlprep.errors import UnreadableFile

MAX_SOURCE = 2 * 2**20


def read_source(path: Path, start_hint: str = "") -> str:
    """The file's text. Raises UnreadableFile for what is missing, no regular file, huge, or not UTF-8."""
    retry = "Give the path of a Python file: `mlprep check NAME --file PATH`."
    try:
        # non-blocking, so that a FIFO nobody writes to cannot hold us
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {path}.", start_hint or retry) from None
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be opened: {error.strerror}.", retry) from error
    try:
        kind = os.fstat(descriptor)
        if stat.S_ISDIR(kind.st_mode):
            raise UnreadableFile(f"{path} is a folder, not a file.", retry)
        if not stat.S_ISREG(kind.st_mode):
            raise UnreadableFile(f"{path} is not a regular file.", retry)
        if kind.st_size > MAX_SOURCE:
            raise UnreadableFile(f"{path} has {kind.st_size:,} bytes, which is no answer written by hand.", retry)
        data = os.read(descriptor, MAX_SOURCE)
    finally:
        os.close(descriptor)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            f"{path} is not UTF-8: line {line} holds the byte 0x{data[error.start]:02x}.",
            "Save the file as UTF-8 in your editor, then check again.",
        ) from error
