"""Zip files that were handed in, taken apart without trust: a bounded number of bounded Python files, under our names.

What an archive calls its files is never used as a path on disk, so none can be written outside the folder, and what
it says of their sizes is not believed.
"""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from mlprep.learner.answer_file import MAX_SOURCE

_ENTRIES = 100_000  # that are looked at in one archive
_INNER = 64 * 2**20  # bytes of an archive within an archive
_TOTAL = 2 * 2**30  # bytes that are unpacked in all
_DEPTH = 2  # archives within one another
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
)


class Member(NamedTuple):
    """A file out of an archive: its folders and name in there, the archives it was in, and where it is now."""

    parts: tuple[str, ...]
    inside: tuple[str, ...]
    path: Path | None
    problem: str = ""


class Unpacking:
    """Unpacks archives into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._left = _TOTAL

    def members(self, path: Path) -> Iterator[Member]:
        """All that is in an archive. What cannot be read is a member too, with the reason."""
        try:
            with zipfile.ZipFile(path) as archive:
                yield from self._in(archive, ())
        except _BROKEN as error:
            yield Member((), (), None, f"It is not a zip file that can be read ({_said(error)}).")

    def _in(self, archive: zipfile.ZipFile, inside: tuple[str, ...]) -> Iterator[Member]:
        entries = [each for each in archive.infolist() if not each.is_dir()]
        if len(entries) > _ENTRIES:
            yield Member(
                (), inside, None, f"It holds {len(entries):,} files, more than the {_ENTRIES:,} that are read."
            )
            return
        for entry in entries:
            parts = tuple(part for part in PurePosixPath(entry.filename.replace("\\", "/")).parts if part.strip("/"))
            if not parts or ".." in parts:
                yield Member(parts, inside, None, "Its name in the zip file leads outside of it.")
                continue
            kind = os.path.splitext(parts[-1])[1].lower()
            if kind not in (".py", ".zip"):
                yield Member(parts, inside, None)
                continue
            most = MAX_SOURCE if kind == ".py" else _INNER
            try:
                with archive.open(entry) as stream:
                    yield from self._take(stream, parts, inside, min(most, self._left), is_zip=kind == ".zip")
            except _BROKEN as error:
                yield Member(parts, inside, None, f"It cannot be unpacked ({_said(error)}).")

    def _take(
        self, stream: IO[bytes], parts: tuple[str, ...], inside: tuple[str, ...], most: int, *, is_zip: bool
    ) -> Iterator[Member]:
        data = stream.read(most + 1)
        if len(data) > most:
            yield Member(parts, inside, None, f"It has more than {most:,} bytes, which is too large.")
            return
        self._left -= len(data)
        if not is_zip:
            self._count += 1
            path = self._folder / f"{self._count:06}.py"
            path.write_bytes(data)
            yield Member(parts, inside, path)
        elif len(inside) + 1 >= _DEPTH:
            yield Member(parts, inside, None, "It is a zip file within zip files, deeper than is read.")
        else:
            try:
                with zipfile.ZipFile(io.BytesIO(data)) as archive:
                    yield from self._in(archive, (*inside, "/".join(parts)))
            except zipfile.BadZipFile as error:
                yield Member(parts, inside, None, f"It is not a zip file that can be read ({error}).")


def _said(error: BaseException) -> str:
    return str(error) or type(error).__name__
