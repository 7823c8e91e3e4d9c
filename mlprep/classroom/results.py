"""The results file: each row is on disk as soon as it is there, and a run that was killed goes on where it was.

JSON Lines are appended to the file itself. CSV and JUnit XML are written whole at the end; until then the rows are in
a file of JSON Lines beside it, which is gone when all is well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from mlprep.classroom import csv_rows, junit_rows
from mlprep.classroom.rows import Key, Row, is_row, key
from mlprep.errors import MlprepError

_WHOLE: dict[str, tuple[Callable[[Path, Iterable[Row]], None], Callable[[Path], Iterator[Row]]]] = {
    ".csv": (csv_rows.write, csv_rows.read),
    ".xml": (junit_rows.write, junit_rows.read),
}
_JOURNAL = ".part"


class Results:
    """Rows that are kept. Without a file they are kept in memory, for the time of the run."""

    def __init__(self, path: Path | None) -> None:
        """Read what is there. Raises MlprepError for a file that is not ours, or cannot be written."""
        self.path = path
        self._rows: list[Row] = []
        self._places: dict[Key, int] = {}  # where in the journal each row begins, or which of the rows it is
        self._seed: int | None = None
        self._end = 0
        self._journal = -1
        self._finished = False
        if path is None:
            return
        if path.suffix.lower() not in (".jsonl", *_WHOLE):
            raise MlprepError(
                f"Results cannot be written to {path}.", "Name a file that ends in .jsonl, .csv or .xml: `--out r.csv`."
            )
        try:
            self._open(path)
        except OSError as error:
            raise MlprepError(f"{path} cannot be written: {error.strerror}.", "Name another place for it.") from error

    @property
    def seed(self) -> int | None:
        """The seed of the newest row that is kept."""
        return self._seed

    def __contains__(self, wanted: Key) -> bool:
        return wanted in self._places

    def add(self, row: Row) -> None:
        """Keep a row. Raises MlprepError where it cannot be written."""
        if self.path is None:
            self._places[key(row)] = len(self._rows)
            self._rows.append(row)
            return
        line = json.dumps(row).encode() + b"\n"
        try:
            written = os.write(self._journal, line)
            if written < len(line):  # a full disk takes a part
                os.write(self._journal, line[written:])
        except OSError as error:
            with suppress(OSError):
                os.ftruncate(self._journal, self._end)
            message = f"{self._file} could not be written: {error.strerror}."
            raise MlprepError(
                message, "Every row before is kept. Make room, then run the same command again."
            ) from error
        self._places[key(row)] = self._end
        self._end += len(line)

    def rows(self, wanted: Iterable[Key]) -> Iterator[Row]:
        """These rows, each as it was kept."""
        if self.path is None:
            yield from (self._rows[self._places[each]] for each in wanted)
            return
        with open(self._file, "rb") as journal:
            for each in wanted:
                journal.seek(self._places[each])
                yield json.loads(journal.readline())

    def finish(self) -> None:
        """Write the whole file, where it is not written row by row. The rows can still be read until ``close``."""
        if self.path is None or self._file == self.path:
            return
        try:
            _replace(self.path, lambda new: _WHOLE[self._kind][0](new, self.rows(sorted(self._places, key=_in_order))))
        except OSError as error:
            message = f"{self.path} could not be written: {error.strerror}."
            raise MlprepError(message, f"Every row is kept in {self._file}. Run the same command again.") from error
        self._finished = True

    def close(self) -> None:
        """Let the file go. What was not finished goes on from here."""
        if self._journal < 0:
            return
        if self._finished:
            with suppress(OSError):
                self._file.unlink()
        os.close(self._journal)
        self._journal = -1

    def _open(self, path: Path) -> None:
        self._kind = path.suffix.lower()
        self._file = path if self._kind == ".jsonl" else path.with_name(path.name + _JOURNAL)
        if self._file != path and path.exists() and not self._file.exists():
            rows = [*_own(path, _WHOLE[self._kind][1](path))]
            _replace(self._file, lambda new: _write_lines(new, rows))
        self._journal = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
        _lock(self._journal, path)
        if self._read():
            return
        kept = [*self.rows(sorted(self._places, key=lambda each: self._places[each]))]
        os.close(self._journal)
        _replace(self._file, lambda new: _write_lines(new, kept))
        self._journal = os.open(self._file, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
        _lock(self._journal, path)
        self._places.clear()
        self._read()

    def _read(self) -> bool:
        """Learn which rows there are. Whether that is all there is: no half line, and nothing to be graded again."""
        clean, place = True, 0
        with open(self._file, "rb") as journal:
            for line in journal:
                row = _parsed(line)
                if row is None and not line.endswith(b"\n"):
                    clean = False  # it was being written when the run was killed
                elif row is None and line.strip():
                    raise MlprepError(
                        f"{self._file} holds lines that are not results of `mlprep grade`, so it was left unchanged.",
                        "Name another file: `--out results.jsonl`.",
                    )
                elif row is None or row["outcome"] == "grader_error" or key(row) in self._places:
                    clean = False  # what failed through us is tried once more
                else:
                    self._places[key(row)], self._seed = place, row["seed"]
                    clean = clean and line.endswith(b"\n")
                place += len(line)
        self._end = place
        return clean


def _in_order(each: Key) -> tuple[str, Key]:
    """By exercise, then by person."""
    return each[1], each


def _parsed(line: bytes) -> Row | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if is_row(value) else None


def _own(path: Path, rows: Iterator[Row]) -> Iterator[Row]:
    try:
        for row in rows:
            if not is_row(row):
                raise ValueError
            yield row
    except (ValueError, LookupError, SyntaxError):
        message = f"{path} does not hold results of `mlprep grade`, so it was left unchanged."
        raise MlprepError(message, "Name another file, or move this one.") from None


def _write_lines(path: Path, rows: Iterable[Row]) -> None:
    with open(path, "wb") as file:
        file.writelines(json.dumps(row).encode() + b"\n" for row in rows)


def _replace(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file so that there is at every moment the old one or the new one."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(new)
        os.replace(new, path)
    finally:
        with suppress(OSError):
            new.unlink()


def _lock(descriptor: int, path: Path) -> None:
    """Keep another run from writing the same file, where the system has locks."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        message = f"Another `mlprep grade` is writing to {path}."
        raise MlprepError(message, "Wait until it is done, or name another file.") from None
    except OSError:
        return
