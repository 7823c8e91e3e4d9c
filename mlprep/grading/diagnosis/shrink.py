"""Simpler inputs that still fail: what a person reads should be as small, and have as few digits, as it can.

Sizes shrink first, then values are rounded. What is tried must stay an input that the contract permits, which only
the grader's author knows; so lengths that an index or a count refers to, and axes that sum to 1, stay as they are, and
the reference must take the input in its stride.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from mlprep.grading.judging.compare import Array, leaves, mapped
from mlprep.grading.judging.model import Case, Judged

_DECIMALS = (0, 1)
_FROM = "simplified from: "
_SMALL = 6  # entries that are read at a glance
_KINDS = frozenset(("values", "shape", "crashed"))


def is_worth_it(judged: Judged) -> bool:
    """Whether a simpler input could make this failure easier to read."""
    kind = judged.failure.kind if judged.failure is not None else ""
    return kind in _KINDS and judged.case.referenced and not judged.case.lone


def smaller(case: Case) -> list[Case]:
    """The case with one length cut down, wherever it occurs: the longest first, and to the shortest first."""
    return case.worked_out("smaller", lambda: [*_cut_down(case)])


def simpler(case: Case) -> list[Case]:
    """The case with rounded values, the simplest first."""
    return case.worked_out("simpler", lambda: [*_rounded_off(case)])


def _cut_down(case: Case) -> Iterator[Case]:
    arrays, counts = leaves([case.args, case.kwargs]), list(_counts([case.args, case.kwargs]))
    if case.kept or sum(array.size for array in arrays) <= _SMALL:
        return
    for length in sorted({length for array in arrays for length in array.shape if length > 1}, reverse=True):
        if any(_sums_to_one(array, axis) for array in arrays for axis in _axes(array, length)):
            continue
        for new in sorted({1, 2, 3, length // 2, length - 1}):
            if new < length and not any(new < count <= length for count in counts):
                cut = mapped((case.args, case.kwargs), partial(_cut, length=length, new=new))
                if not any(_refers_to(array, new, length) for array in leaves(cut)):
                    yield case.like(_named(case), *cut)


def _rounded_off(case: Case) -> Iterator[Case]:
    for decimals in _DECIMALS:
        rounded = mapped((case.args, case.kwargs), partial(_rounded, decimals=decimals))
        pairs = zip(leaves(rounded), leaves([case.args, case.kwargs]), strict=True)
        if any(now.tobytes() != before.tobytes() for now, before in pairs):
            yield case.like(_named(case), *rounded)


def simplest(
    shown: Judged,
    ways: Callable[[Case], list[Case]],
    tried: Callable[[Case], Judged | None],
    means_the_same: Callable[[Judged], bool],
) -> Judged:
    """The end of a walk along those ways, each step to the first case that fails alike and means the same."""
    for case in ways(shown.case):
        judged = tried(case)
        if judged is not None and _fails_alike(judged, shown) and means_the_same(judged):
            return simplest(judged, ways, tried, means_the_same)
    return shown


def _fails_alike(simple: Judged, original: Judged) -> bool:
    """Whether a simpler case fails in the same way, on an input that the reference has a finite result for."""
    assert original.failure is not None
    return (
        simple.failure is not None
        and simple.failure.kind == original.failure.kind
        and _exception(simple) == _exception(original)
        and simple.want.raised is None
        and not simple.want.warnings
        and all(np.isfinite(leaf).all() for leaf in leaves(simple.want.value))
    )


def _named(case: Case) -> str:
    """What it is called: its own name may tell of what has just been taken away."""
    return case.name if case.name.startswith(_FROM) else _FROM + case.name


def _exception(judged: Judged) -> str | None:
    return None if judged.got.raised is None else judged.got.raised["type"]


def _counts(value: Any) -> Iterator[int]:
    """Whole numbers beside the arrays: one up to a length may count along it."""
    if type(value) is int:
        yield value
    elif isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _counts(item)


def _refers_to(array: Array, start: int, end: int) -> bool:
    """Whether its largest entry could be an index into this range."""
    return array.ndim > 0 and array.dtype.kind in "iu" and array.size > 0 and start <= int(array.max()) < end


def _axes(array: Array, length: int) -> Iterator[int]:
    return (axis for axis, each in enumerate(array.shape) if each == length)


def _sums_to_one(array: Array, axis: int) -> bool:
    """Probabilities, or their logarithms: a part of them is none."""
    if array.dtype.kind != "f":
        return False
    with np.errstate(all="ignore"):
        sums = array.sum(axis=axis), np.exp(array).sum(axis=axis)
    return any(bool(np.allclose(each, 1.0, atol=1e-5)) for each in sums)


def _cut(array: Array, length: int, new: int) -> Array:
    return array[tuple(slice(new if each == length else None) for each in array.shape)].copy()


def _rounded(array: Array, decimals: int) -> Array:
    """Nothing becomes 0, which as a factor would hide what is done with the others.

    Probabilities stay as they are, since rounding would break what makes them such.
    """
    plain = array.dtype.kind == "f" and array.size and np.isfinite(array).all() and np.abs(array).max() < 100
    in_unit_interval = bool((array >= 0).all() and (array <= 1).all())
    if not plain or in_unit_interval:
        return array
    rounded = np.round(array, decimals) + 0.0
    return np.where((rounded == 0) & (array != 0), np.copysign(10.0**-decimals, array), rounded).astype(array.dtype)
