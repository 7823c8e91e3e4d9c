"""Which cases a check runs, in which order: the fixed ones, fresh ones, and variants that every contract promises.

Those beyond the task are kept apart: they are tried only where all of these pass.

The catalogue's conventions hold for every exercise, so they are tried here, once: float32, Fortran order and
non-contiguous arrays are derived from a grader's own cases.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from mlprep.grading.judging.compare import arrays_in, entries_in, mapped
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import ANY_ARRAY, CORE, Case, Judged

FIXED_SEED = 0
_VARIANTS_OF = 4  # cases of one grader from which each variant is derived
_SMALL = 2_000  # entries; larger cases have no variants and are not repeated
_TINY, _AT_A_GLANCE = 3, 12  # entries: fewer than the one tell little, more than the other take reading


def plan(grader: Grader, seed: int) -> list[Case]:
    """The core and edge cases of one check, the fixed ones first. The fixed ones are made once for each grader."""
    if not grader.fixed:
        made = grader.cases(FIXED_SEED)
        fixed = [case for case in made if case.part != "beyond"]
        grader.fixed = fixed + _variants(fixed)
        grader.beyond = [case for case in made if case.part == "beyond"]
    if seed not in grader.drawn:
        grader.drawn = {seed: _fresh(grader, seed)}  # one seed is remembered, for `dev` and for repeated checks
    return grader.fixed + grader.drawn[seed]


def labels(grader: Grader) -> list[str]:
    """The parts of the verdict in the order in which they are told: the core, the edges, and what holds everywhere.

    The edges come in the order in which the grader's cases name them, which is the statement's.
    """
    named = dict.fromkeys(case.label for case in grader.fixed)
    return [CORE, *(label for label in named if label not in (CORE, ANY_ARRAY)), ANY_ARRAY]


def _fresh(grader: Grader, seed: int) -> list[Case]:
    """The cases that this seed adds to the fixed ones."""
    drawn = {case.name: case for case in grader.fixed if not case.lone}
    return [
        case
        for case in grader.cases(seed)
        if case.part != "beyond" and not case.lone and not (case.name in drawn and _is_the_same(case, drawn[case.name]))
    ]


def _is_the_same(one: Case, other: Case) -> bool:
    return _equal((one.entry, one.args, one.kwargs), (other.entry, other.args, other.kwargs))


def _equal(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        alike = one.shape == other.shape and one.dtype == other.dtype
        return bool(alike and one.tobytes() == other.tobytes())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_equal(one[key], other[key]) for key in one)
    return bool(one == other)


def size(case: Case) -> int:
    """How much there is to read in a case."""
    return case.worked_out("size", lambda: entries_in([case.args, case.kwargs]) + len(repr(case.kwargs)) // 50)


def legibility(judged: Judged) -> int:
    """How hard a failing case is to read; what has hardly an entry tells little and comes after small ones."""
    entries = size(judged.case)
    if entries < _TINY:
        return _AT_A_GLANCE
    return entries + entries_in(judged.want.value)


def repeats(cases: list[Case]) -> list[Case]:
    """The cases to ask once more at the end, in another order: code must not depend on what came before."""
    small = [case for case in cases if not case.lone and size(case) <= _SMALL]
    return small[: 2 * _VARIANTS_OF][::-1]


def _variants(cases: list[Case]) -> list[Case]:
    made = []
    for label, change, applies in _CHANGES:
        able = [case for case in cases if case.variants and size(case) <= _SMALL and applies(case)]
        # the first of each entry function, and then the richest: the widest spread in few cases
        firsts = list({case.entry: case for case in reversed(able)}.values())
        rest = sorted((case for case in able if case not in firsts), key=size, reverse=True)
        for case in (firsts + rest)[: max(_VARIANTS_OF, len(firsts))]:
            args, kwargs = change((case.args, case.kwargs))
            variant = case.like(f"{case.name}, {label}", args, kwargs).edge(ANY_ARRAY)
            variant.quiet = False
            made.append(variant)
    return made


def _strided(array: Any) -> Any:
    wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
    wide[..., ::2] = array
    return wide[..., ::2]


def _every_other(value: Any) -> Any:
    """The second array in Fortran order, and every other after it: what reads memory pairs entries wrongly."""
    turns = itertools.count()

    def change(array: Any) -> Any:
        return np.asfortranarray(array) if array.ndim > 1 and next(turns) % 2 else array

    return mapped(value, change)


def _has(test: Any) -> Any:
    return lambda case: any(test(array) for array in arrays_in([case.args, case.kwargs]))


_CHANGES: tuple[tuple[str, Any, Any], ...] = (
    (
        "in float32",
        lambda value: mapped(value, lambda a: a.astype(np.float32) if a.dtype == np.float64 else a),
        _has(lambda a: a.ndim and a.dtype == np.float64),
    ),
    (
        "in Fortran order",
        lambda value: mapped(value, lambda a: np.asfortranarray(a) if a.ndim > 1 else a),
        _has(lambda a: a.ndim > 1),
    ),
    (
        "in mixed orders",
        lambda value: _every_other(value),
        lambda case: sum(array.ndim > 1 for array in arrays_in([case.args, case.kwargs])) > 1,
    ),
    (
        "not contiguous",
        lambda value: mapped(value, lambda a: _strided(a) if a.ndim else a),
        _has(lambda a: a.ndim and a.size > 1),
    ),
)
