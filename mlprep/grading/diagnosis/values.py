"""A generic reading of wrong values, for when no known mistake explains them.

A reading holds if it fits every failing case that it is shown, so that a coincidence in a small one misleads nobody.
Each says no more than what is true of the values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

import numpy as np

from mlprep.grading.common.plain_data import Value
from mlprep.grading.diagnosis import readings, relations, shapes
from mlprep.grading.diagnosis.readings import Given, Reading
from mlprep.grading.judging.compare import Array, as_array, at_start, leaves
from mlprep.grading.judging.model import Case, Failure, Judged, Outcome

Pair = tuple[Array, Array]  # what came, and what was expected
Telling = tuple[Array, Array, Given]
Inputs = Callable[[Case], list[tuple[str, Any]]]  # a case's arguments by name

_PAIR = 2  # entries


def read(failed: Sequence[Judged], inputs: Inputs | None = None) -> str | None:
    """A sentence on what the differences look like, or None if they look like nothing in particular.

    The first failure is the one that will be shown, and the sentence speaks of it.
    """
    if not failed or failed[0].failure is None:
        return None
    failure, outcome = failed[0].failure, failed[0].got
    if failure.kind.startswith("property:"):
        return _not_a_number(outcome)
    if failure.kind == "values":
        return _of_values(failure, failed, inputs)
    return shapes.read(failed[0])


def is_degenerate(value: Value) -> bool:
    """Whether results like this hide what is wrong: a single row, two entries, or all entries equal."""
    arrays = [array for array in leaves(value) if array.ndim]
    return bool(arrays) and all(
        array.size <= _PAIR or 1 in array.shape or bool((array == array.flat[0]).all()) for array in arrays
    )


def _of_values(first: Failure, failed: Sequence[Judged], inputs: Inputs | None) -> str | None:
    pairs = [(pair, each.case) for each in failed if (pair := _pair(each.failure)) is not None]
    if not pairs or _pair(first) is None:
        return None
    if not all(np.isfinite(each).all() for each in pairs[0][0]):
        return _not_finite(*pairs[0][0], failed[0].got)
    finite = [(*pair, _given(case, inputs)) for pair, case in pairs if all(np.isfinite(each).all() for each in pair)]
    # Of degenerate cases only the one that is shown has a say.
    telling = finite[:1] + [each for each in finite[1:] if not is_degenerate(each[1])]
    counted = as_array(first.detail["want"])
    whole = counted is not None and counted.dtype.kind in "iu"
    with np.errstate(all="ignore"):
        for reading in readings.OF_INTEGERS if whole else readings.READINGS:
            sentence = _in_all(reading, telling)
            if sentence is not None:
                if counted is not None and counted.ndim == 0:
                    sentence = sentence.replace("Every entry", "The result", 1)
                return _named(first.detail.get("where", ""), sentence)
    return None


def _in_all(reading: Reading, telling: Sequence[Telling]) -> str | None:
    """What a reading says of the first case, if it says the same of every other."""
    said = [dict(reading(*telling[0]))]
    if not said[0]:
        return None
    said += [dict(reading(*each)) for each in telling[1:]]
    if reading in readings.OF_RATIOS and _variety(telling) < readings.ENOUGH:  # any two numbers have a ratio
        return None
    # A constant that is added may depend on the case, as a bias does, where each case has entries enough.
    if reading is readings.offset and all(said) and all(want.size >= readings.ENOUGH for _, want, _ in telling):
        return next(iter(said[0].values()))
    return next((sentence for key, sentence in said[0].items() if all(key in each for each in said)), None)


def _given(case: Case, inputs: Inputs | None) -> Given:
    arrays = leaves([case.args, case.kwargs])
    numbers = [int(array) for array in arrays if array.ndim == 0 and array.dtype.kind in "iu"]
    lengths = frozenset((*numbers, *(n for array in arrays for n in (*array.shape, prod(array.shape)))))
    return Given(lengths, relations.arrays_of(dict(inputs(case))) if inputs else {})


def _variety(telling: Sequence[Telling]) -> int:
    """How many different pairs of entries there are to tell by."""
    return len({pair for got, want, _ in telling for pair in zip(got.flat, want.flat, strict=True)})


def _named(where: str, sentence: str) -> str:
    """Of one result among several, say which."""
    return f"{at_start(where)}: {sentence}" if where else sentence


def _pair(failure: Failure | None) -> Pair | None:
    detail = failure.detail if failure is not None else {}
    got, want = as_array(detail.get("got")), as_array(detail.get("want"))
    if (
        got is None
        or want is None
        or got.shape != want.shape
        or got.size == 0
        or "b" in (got.dtype.kind, want.dtype.kind)
    ):
        return None
    return got.astype(np.float64), want.astype(np.float64)


def _not_finite(got: Array, want: Array, outcome: Outcome) -> str | None:
    """Speaks only where every expected entry is a number: elsewhere infinity may be right."""
    if not np.isfinite(want).all() or np.isfinite(got).all():
        return None
    return _traced("NaN" if np.isnan(got).any() else "infinity", outcome)


def _not_a_number(outcome: Outcome) -> str | None:
    """Whatever a property asks for, NaN is why it does not hold."""
    if any(np.isnan(leaf).any() for leaf in leaves(outcome.value) if leaf.dtype.kind == "f"):
        return _traced("NaN", outcome)
    return None


def _traced(what: str, outcome: Outcome) -> str:
    """With the line that NumPy warned of."""
    for warning in outcome.warnings:
        where = f", in line {warning['line']}: {warning['text'].strip()}" if warning.get("line") else ""
        return f"There is {what} where a number is expected. NumPy warned of {warning['message']}{where}"
    return f"There is {what} where a number is expected."
