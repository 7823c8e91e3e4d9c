"""Results as CSV: a column for each key of a row. What is a list there is JSON here."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mlprep.classroom.rows import Row

COLUMNS = (
    "person", "exercise", "outcome", "cases_passed", "cases_total", "diagnosis", "seconds", "seed", "sha256", "path",
    "summary", "parts", "beyond", "mistake", "diagnoses", "failure", "notes", "helpers",
)  # fmt: skip
_PLAIN = frozenset(("person", "exercise", "outcome", "sha256", "path", "summary"))
_OR_NULL = frozenset(("diagnosis", "mistake"))  # text, or null as an empty cell
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is a formula in spreadsheets


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write the file."""
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([_cell(name, row[name]) for name in COLUMNS] for row in rows)  # type: ignore[literal-required]


def read(path: Path) -> Iterator[Row]:
    """The rows of such a file. Raises ValueError or LookupError for another."""
    csv.field_size_limit(2**24)
    with open(path, encoding="utf-8", newline="") as file:
        try:
            for cells in csv.DictReader(file, strict=True):
                yield {name: _value(name, cells[name]) for name in COLUMNS}  # type: ignore[misc]
        except csv.Error as error:
            raise ValueError from error


def _cell(name: str, value: Any) -> str:
    if name in _OR_NULL and value is None:
        return ""
    text = value if name in _PLAIN or name in _OR_NULL else json.dumps(value)
    return f"'{text}" if text.startswith((*_FORMULA, "'")) and name in _PLAIN | _OR_NULL else str(text)


def _value(name: str, cell: str) -> Any:
    if name in _OR_NULL and not cell:
        return None
    if name in _PLAIN or name in _OR_NULL:
        return cell.removeprefix("'")
    return json.loads(cell)
