"""Values as a person reads them: abbreviated sanely, and two of them side by side with the differences marked."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from mlprep.grading.common.plain_data import Foreign, Rng, Value
from mlprep.grading.contracts import Comparison
from mlprep.grading.judging.compare import Array, as_array, distinct

_ENTRIES = 60  # of an array, before it is abbreviated
_ITEMS = 12  # of a list or dict
_WINDOW = 6  # rows and columns of a comparison
_FEW = 24  # entries of an array, each of which is looked at
_DIGITS = (6, 9, 12, 17)
_LINE = 64  # characters, with a name in front on a terminal of 80 columns
_TEXT = 1500


def text(value: Value) -> str:
    """The value on one or a few lines; an array has its shape and dtype in front unless it is tiny."""
    said = _text(value)
    if "\n" not in said and len(said) > _LINE:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            said = "\n".join(value)  # a small program, as in autograd
        else:
            said = "\n".join(textwrap.wrap(said, _LINE, subsequent_indent=" ", break_long_words=False))
    return said if len(said) <= _TEXT else said[:_TEXT] + " ..."


def brief(value: Value) -> str:
    """The value within a sentence."""
    array = as_array(value)
    said = " ".join((_body(array, 4) if array is not None and array.ndim else _text(value)).split())
    return said if len(said) <= _LINE else said[:_LINE] + " ..."


def apart(want: Value, got: Value) -> tuple[str, str]:
    """Two values that differ, as text that differs too, with as many digits as that takes."""
    texts = text(want), text(got)
    if texts[0] != texts[1]:
        return texts
    with np.printoptions(floatmode="unique"):
        exact = tuple(
            np.array2string(array, separator=", ", threshold=_ENTRIES) if array is not None else repr(value)
            for value, array in ((value, as_array(value)) for value in (want, got))
        )
    return exact[0][:_TEXT], exact[1][:_TEXT]


def number(value: Any, digits: int = 6) -> str:
    """One entry, to so many digits."""
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, int | np.integer):
        return str(int(value))
    if _plain(float(value)):
        return np.format_float_positional(value, precision=digits, trim="0")
    return f"{float(value):.{digits - 1}g}"


def comparison(got: Value, want: Value, near: Array | None, name: str = "") -> Comparison | None:
    """A window onto two arrays of one shape: cells of text and marks, or None if they are not two such.

    ``name`` says which part of a larger result they are.
    """
    mine, theirs = as_array(got), as_array(want)
    if mine is None or theirs is None or mine.shape != theirs.shape or mine.size == 0:
        return None
    near = agreement(mine, theirs, near)
    table, index, rows, columns = _window(near)
    cells = (mine[index], theirs[index], ~near[index])
    mine2, theirs2, marks = (np.atleast_2d(each)[rows, columns] for each in cells)
    digits = _digits_that_tell(mine2[marks], theirs2[marks])
    return {
        "got": [[number(x, digits) for x in row] for row in mine2],
        "expected": [[number(x, digits) for x in row] for row in theirs2],
        "marks": [[bool(x) for x in row] for row in marks],
        "part": ", ".join(filter(None, (name, _part(near.shape, table, rows, columns)))),
        "summary": _summary(mine, theirs, near),
    }


def agreement(got: Value, want: Value, near: Array | None) -> Array:
    """Which entries of two arrays of one shape agree, where ``near`` may know."""
    mine, theirs = as_array(got), as_array(want)
    assert mine is not None
    return near if near is not None and near.shape == mine.shape else np.asarray(mine == theirs)


def _digits_that_tell(mine: Array, theirs: Array) -> int:
    """As few as let each of these pairs look different: what is marked as wrong must not look right."""
    for digits in _DIGITS:
        if all(number(a, digits) != number(b, digits) for a, b in zip(mine, theirs, strict=True)):
            return digits
    return _DIGITS[-1]


def _text(value: Value) -> str:
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic | bool | int | float):
        return number(value)
    if isinstance(value, str | Rng | Foreign) or value is None:
        return repr(value)
    if isinstance(value, dict):
        items = [f"{_text(k)}: {_text(v)}" for k, v in list(value.items())[:_ITEMS]]
        return "{" + ", ".join(items + ["..."] * (len(value) > _ITEMS)) + "}"
    if isinstance(value, list | tuple) and any(isinstance(item, np.ndarray) and item.ndim for item in value):
        return "\n".join(_numbered(value))
    if isinstance(value, list | tuple):
        items = [_text(item) for item in value[:_ITEMS]] + ["..."] * (len(value) > _ITEMS)
        inside = ", ".join(items)
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{',' if len(value) == 1 else ''})"
    return repr(value)


def _numbered(values: Sequence[Value]) -> Iterator[str]:
    """Several results, one below the other."""
    for index, value in enumerate(values[:_ITEMS]):
        first, *rest = _text(value).splitlines()
        yield f"[{index}] {first}"
        yield from (f"    {line}" for line in rest)
    if len(values) > _ITEMS:
        yield "..."


def _array(array: Array) -> str:
    body = _body(array, 4)
    if array.dtype.kind == "f" and array.size <= _FEW:
        different = distinct(array)  # those that nearly tie must not look alike
        bodies = (_body(array, precision) for precision in (4, 8, 12, 17))
        body = next((each for each in bodies if len(set(re.findall(r"[^\s,\[\]]+", each))) >= different), body)
    if array.ndim == 1 and array.size <= 8 and array.dtype == np.float64:
        return body
    return f"shape {array.shape}, {array.dtype.name}\n{body}"


def _body(array: Array, precision: int) -> str:
    return np.array2string(
        array,
        separator=", ",
        threshold=_ENTRIES,
        edgeitems=3,
        precision=precision,
        suppress_small=False,
        max_line_width=76,
    )


def _plain(value: float) -> bool:
    return value == 0 or (np.isfinite(value) and 1e-4 <= abs(value) < 1e6)


def _window(near: Array) -> tuple[tuple[int, ...], Any, slice, slice]:
    """The table (last two axes) that holds the first difference, and the rows and columns around it."""
    first = tuple(int(i) for i in np.unravel_index(int(np.argmin(near)), near.shape)) if near.ndim else ()
    table = first[:-2]
    row, column = (0, *first)[-2:] if first else (0, 0)
    height, width = (1, 1, *near.shape)[-2:]
    return table, table if table else ..., _around(row, height), _around(column, width)


def _around(center: int, size: int) -> slice:
    start = max(0, min(center - _WINDOW // 2, size - _WINDOW))
    return slice(start, min(start + _WINDOW, size))


def _part(shape: tuple[int, ...], table: tuple[int, ...], rows: slice, columns: slice) -> str:
    """Which part of the array the window shows; empty if all of it."""
    height, width = (1, 1, *shape)[-2:]
    said = [f"at [{', '.join(map(str, table))}]"] if table else []
    if rows.stop - rows.start < height:
        said.append(f"rows {rows.start} to {rows.stop - 1} of {height}")
    if columns.stop - columns.start < width:
        said.append(f"{'columns' if len(shape) > 1 else 'entries'} {columns.start} to {columns.stop - 1} of {width}")
    return ", ".join(said)


def _summary(got: Array, want: Array, near: Array) -> str:
    wrong = int((~near).sum())
    if near.size == 1:
        off = abs(float(got.item()) - float(want.item()))
        return f"off by {number(off)}" if np.isfinite(off) else ""
    said = f"{wrong} of {near.size} entries {'differs' if wrong == 1 else 'differ'}"
    with np.errstate(all="ignore"):
        distance = np.abs(got.astype(np.float64) - want.astype(np.float64))
    finite = np.where(np.isfinite(distance) & ~near, distance, -1.0)  # entries that agree may be off by rounding
    if finite.max() > 0:
        worst = np.unravel_index(int(finite.argmax()), distance.shape)
        at = ", ".join(str(int(i)) for i in worst)
        whole = got.dtype.kind in "iub" and want.dtype.kind in "iub"
        said += f"; the largest difference is {number(int(finite.max()) if whole else finite.max())} at [{at}]"
    return said
