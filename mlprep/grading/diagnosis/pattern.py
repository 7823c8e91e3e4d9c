"""What sets the failing cases apart from the passing ones, where no known mistake and no reading explains them.

Every sentence is true of the cases that were tried: it fails exactly where the masks are given, or only on ties.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from mlprep.grading.common.plain_data import Rng
from mlprep.grading.judging.compare import Array, distinct
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Case, Judged

_LARGE, _TINY = 50.0, 1e-3
_NARROW = tuple(np.dtype(name) for name in ("int8", "uint8", "int16", "uint16"))  # which wrap
_FEW = 3  # failing cases, fewer of which have too much in common by chance
_SHARE = 0.5  # of the cases with a trait must fail before it is told that others fail nowhere
_COMMON = 0.6  # a trait of more cases than this says little


def read(grader: Grader, judged: Sequence[Judged]) -> str | None:
    """A sentence on which cases fail, or None if nothing simple tells them from the others."""
    cases = [each for each in judged if not each.case.lone]
    failing = [each.failure is not None for each in cases]
    if not 0 < sum(failing) < len(cases):
        return None
    holders: dict[str, list[bool]] = {}
    for i, each in enumerate(cases):
        for trait in _traits(grader, each.case):
            holders.setdefault(trait, [False] * len(cases))[i] = True
    exact = [trait for trait, holds in holders.items() if holds == failing and sum(holds) <= _COMMON * len(holds)]
    if exact and (sum(failing) >= _FEW or len(exact) == 1):
        return f"It fails exactly where {exact[0]}: in {sum(failing)} of {len(cases)} test cases."
    wide = [trait for trait, holds in holders.items() if _covers(holds, failing)]
    if wide and sum(failing) >= _FEW:
        best = min(wide, key=lambda trait: sum(holders[trait]))
        return f"It fails only where {best}: in {sum(failing)} of {sum(holders[best])} such test cases."
    return None


def _covers(holds: Sequence[bool], failing: Sequence[bool]) -> bool:
    """Whether every failing case has the trait, most that have it fail, and many cases do not have it."""
    return (
        all(has for has, fails in zip(holds, failing, strict=True) if fails)
        and sum(failing) >= _SHARE * sum(holds)
        and sum(holds) <= _COMMON * len(holds)
    )


def _traits(grader: Grader, case: Case) -> Iterator[str]:
    """What can be said of a case's input, as the end of a sentence that begins "It fails where"; telling ones first."""
    if len(grader.entry) > 1:
        yield f"{case.entry} is called"
    named = dict(grader.inputs(case))
    optional = grader.optional(case)
    for name, value in named.items():
        if name in optional and value is not None:
            yield f"{name} is given"
        if name not in case.kwargs and isinstance(value, dict | str | Rng):
            continue
        if isinstance(value, bool | int | float | str):
            yield from _of_scalar(name, value)
        elif isinstance(value, np.ndarray) and value.size:
            yield from _of_array(name, value)
    yield from (f"{name} is left out" for name in optional if name not in named)
    arrays = [(name, value) for name, value in named.items() if isinstance(value, np.ndarray) and value.ndim]
    for (one, a), (other, b) in itertools.pairwise(arrays):
        if a.shape[0] != b.shape[0]:
            yield f"{one} and {other} have different lengths"


def _of_scalar(name: str, value: bool | float | str) -> Iterator[str]:
    # Which of many numbers it is would be an accident of the cases; 0, 1 and -1 often mean something.
    if isinstance(value, bool | str) or value in (-1, 0, 1):
        yield f"{name} is {value!r}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value < 0:
            yield f"{name} is negative"
        if value > 1:
            yield f"{name} is more than 1"


def _of_array(name: str, array: Array) -> Iterator[str]:
    if array.ndim > 1 and array.flags.f_contiguous and not array.flags.c_contiguous:
        yield f"{name} is in Fortran order"
    if array.ndim and not array.flags.c_contiguous:
        yield f"{name} is not C-contiguous"
    if array.dtype == np.float32 or array.dtype in _NARROW:
        yield f"{name} is {array.dtype.name}"
    if array.dtype in _NARROW:
        yield f"{name} is a small integer type"
    if array.dtype.kind == "f":
        yield from _of_floats(name, array)
    axes = {0: "no axis", 1: "one axis", 2: "two axes", 3: "three axes"}.get(array.ndim, f"{array.ndim} axes")
    yield f"{name} has {axes}"
    if array.ndim:
        if array.shape[0] == 1:
            yield (
                f"{name} has one {'row' if array.ndim == 2 else 'entry'}" if array.ndim < 3 else f"{name} has length 1"
            )
        if array.ndim > 1 and array.shape[-1] == 1:
            yield f"the last axis of {name} has length 1"
        if array.ndim == 2 and array.shape[0] != array.shape[1]:
            yield f"{name} is not square"
    if array.dtype.kind in "iu" and array.ndim and distinct(array) < int(array.max()) + 1:
        yield f"{name} leaves out a number"


def _of_floats(name: str, array: Array) -> Iterator[str]:
    finite = array[np.isfinite(array)]
    if np.isnan(array).any():
        yield f"{name} contains NaN"
    if finite.size and np.abs(finite).max() >= _LARGE:
        yield f"{name} has entries of {_LARGE:g} and more"
    if finite.size and 0 < np.abs(finite).max() < _TINY:
        yield f"all entries of {name} are below {_TINY:g}"
    if array.ndim and distinct(array) < array.size:
        yield f"{name} has equal entries"
    if (finite < 0).any():
        yield f"{name} has negative entries"
    if (finite == 0).any():
        yield f"{name} has entries that are 0"
