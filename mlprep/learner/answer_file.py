"""Reading a user's answer file: as text, once, with a clear word where that cannot be done."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mlprep.errors import UnreadableFile

MAX_SOURCE = 2 * 2**20


def read_source(path: Path, start_hint: str = "") -> str:
    """The file's text. Raises UnreadableFile for what `read_bytes` refuses, for a notebook, and for no UTF-8."""
    data = read_bytes(path, start_hint)
    if path.suffix == ".ipynb":
        raise _notebook(path)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            f"{path} is not UTF-8: line {line} holds the byte 0x{data[error.start]:02x}.",
            "Save the file as UTF-8 in your editor, then check again.",
        ) from error
    if _is_notebook(text):
        raise _notebook(path)
    return text


def read_bytes(path: Path, start_hint: str = "") -> bytes:
    """What is in the file. Raises UnreadableFile for what is missing, no regular file, or huge."""
    retry = "Give the path of a Python file: `mlprep check NAME --file PATH`."
    try:
        # non-blocking, so that a FIFO nobody writes to cannot hold us
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
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
            raise UnreadableFile(f"{path} has {kind.st_size:,} bytes, which is too large to check.", retry)
        return os.read(descriptor, MAX_SOURCE)
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", retry) from error
    finally:
        os.close(descriptor)


def _notebook(path: Path) -> UnreadableFile:
    import shlex

    return UnreadableFile(
        f"{path} is a notebook, not a Python file.",
        f"Save its code as a .py file, for example with `jupyter nbconvert --to script {shlex.quote(str(path))}`.",
    )


def _is_notebook(text: str) -> bool:
    """Whether the text is what Jupyter saves, under whatever name: one JSON object with cells."""
    if not (text.lstrip().startswith("{") and '"cells"' in text):
        return False
    import json

    try:
        return "cells" in json.loads(text)
    except (ValueError, RecursionError):
        return False
