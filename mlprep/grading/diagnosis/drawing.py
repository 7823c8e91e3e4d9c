"""What can be drawn of values that differ: a coarse grid of where they do, and the few numbers of a plot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from mlprep.grading.common.plain_data import Value
from mlprep.grading.contracts import Heat, Numbers, Plot
from mlprep.grading.judging.compare import Array, as_array

_READABLE = 36  # entries that a table shows better than a grid
_ROWS, _COLUMNS = 12, 32  # of the grid
_PIXELS = 32  # of an image, each way
_IMAGE = 16  # entries from which two tables are worth drawing
_CURVE = 8  # and a series
_POINTS = 3  # and points
_MOST = 120  # points of a plot
_DIGITS = 4


def heat(wrong: Array) -> Heat | None:
    """The share of differing entries over a coarse grid; None for what is small, or differs everywhere.

    Of an array with more than two axes, it is those two along which the share varies most.
    """
    if wrong.size <= _READABLE or wrong.all():
        return None
    axes = _telling_axes(wrong)
    others = tuple(axis for axis in range(wrong.ndim) if axis not in axes)
    table = np.atleast_2d(wrong.mean(axis=others) if others else wrong.astype(np.float64))
    rows, columns = (_starts(size, most) for size, most in zip(table.shape, (_ROWS, _COLUMNS), strict=True))
    shares = _blocks(table, rows, columns)
    return {
        "shape": list(wrong.shape),
        "axes": list(axes),
        "rows": rows.tolist(),
        "columns": columns.tolist(),
        "shares": [[_share(each) for each in row] for row in shares],
    }


def plot(got: Value, want: Value, wrong: Array, inputs: Sequence[tuple[str, Value]] | None) -> Plot | None:
    """The numbers of a plot of both: points in clusters, a curve, or an image; None for what is none of them.

    ``inputs`` are given where the result is about clusters of points, which are among them.
    """
    mine, theirs = as_array(got), as_array(want)
    if mine is None or theirs is None or not _numeric(mine) or not _numeric(theirs):
        return None
    if inputs is not None:
        return _clusters(mine, theirs, inputs)
    if theirs.ndim == 1 and theirs.size >= _CURVE and theirs.dtype.kind == "f":
        few = _starts(theirs.size, _MOST)
        return {"kind": "curve", "expected": _numbers(theirs[None, few]), "got": _numbers(mine[None, few])}
    if theirs.ndim >= 2 and theirs[(0,) * (theirs.ndim - 2)].size >= _IMAGE and min(theirs.shape[-2:]) > 2:
        table = tuple(int(i) for i in np.unravel_index(int(np.argmax(wrong)), wrong.shape))[:-2]
        return {"kind": "image", "expected": _image(theirs[table]), "got": _image(mine[table])}
    return None


def _clusters(mine: Array, theirs: Array, inputs: Sequence[tuple[str, Value]]) -> Plot | None:
    """The points, with the clusters that they are in, or with the centers of the clusters."""
    arrays = (as_array(value) for _, value in inputs)
    points = next((array for array in arrays if array is not None and array.ndim == 2), None)
    if points is None or len(points) < _POINTS or points.shape[1] == 0:
        return None
    few = _starts(len(points), _MOST)
    seen = _numbers(points[few, :2])
    if theirs.shape == (len(points),) and theirs.dtype.kind in "iu":
        return {
            "kind": "labels",
            "points": seen,
            "expected": _numbers(theirs[None, few]),
            "got": _numbers(mine[None, few]),
        }
    if theirs.ndim == 2 and theirs.shape[1] == points.shape[1]:
        return {"kind": "centers", "points": seen, "expected": _numbers(theirs[:, :2]), "got": _numbers(mine[:, :2])}
    return None


def _telling_axes(wrong: Array) -> tuple[int, ...]:
    """The two axes along which the share varies most, the last ones where several do alike."""
    if wrong.ndim <= 2:
        return tuple(range(wrong.ndim))
    pairs = list(combinations(range(wrong.ndim), 2))[::-1]
    spreads = []
    for pair in pairs:
        shares = wrong.mean(axis=tuple(axis for axis in range(wrong.ndim) if axis not in pair))
        spreads.append(round(float(shares.var()), 9))
    return pairs[spreads.index(max(spreads))]


def _starts(size: int, most: int) -> Array:
    """Where each of at most so many blocks begins."""
    count = min(size, most)
    return np.arange(count) * size // count


def _blocks(table: Array, rows: Array, columns: Array) -> Array:
    """The mean of each block of a table."""
    sums = np.add.reduceat(np.add.reduceat(table, rows, axis=0), columns, axis=1)
    heights, widths = (np.diff(np.append(at, size)) for at, size in zip((rows, columns), table.shape, strict=True))
    return np.asarray(sums / (heights[:, None] * widths))


def _share(value: float) -> float:
    """To two digits, but neither 0 nor 1 unless it is that."""
    return float(value) if value in (0, 1) else min(max(round(float(value), 2), 0.01), 0.99)


def _image(table: Array) -> list[Numbers]:
    rows, columns = (_starts(size, _PIXELS) for size in table.shape)
    with np.errstate(all="ignore"):
        return _numbers(_blocks(table.astype(np.float64), rows, columns))


def _numeric(array: Array) -> bool:
    return array.dtype.kind in "iuf"


def _numbers(table: Array) -> list[Numbers]:
    """The numbers in plain form, with few digits; None for what is not finite."""
    return [[float(f"{x:.{_DIGITS}g}") if np.isfinite(x) else None for x in row] for row in table.tolist()]
