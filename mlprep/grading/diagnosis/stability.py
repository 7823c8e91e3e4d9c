"""Right, but not stable: told apart from wrong, with the size of input from which it breaks.

Code is unstable if it is right wherever its numbers stay finite, and everything that fails is an overflow, a
NaN or a warning of one. Where it breaks is found by shrinking the large inputs of a failing case until it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from mlprep.grading.judging.compare import leaves
from mlprep.grading.judging.model import Case, Judged

_LARGE = 50.0  # inputs below this overflow nothing
_HALVINGS = 14


def is_unstable(judged: Sequence[Judged]) -> bool:
    """Whether all that fails is numbers that are not finite, or warnings, and most of what is moderate passes."""
    failed = [each for each in judged if each.failure is not None]
    return (
        0 < len(failed) <= len(judged) // 2
        and all(_broke_down(each) for each in failed)
        and any(_largest(each.case) >= _LARGE for each in failed)
    )


def may_saturate(judged: Sequence[Judged]) -> bool:
    """Whether only large inputs give wrong values, finite ones: then a floor, a clip or rounding may be in the way."""
    failed = [each for each in judged if each.failure is not None]
    return 0 < len(failed) <= len(judged) // 2 and all(
        each.failure is not None and each.failure.kind == "values" and _largest(each.case) >= _LARGE for each in failed
    )


class Instability(NamedTuple):
    """Code is right but not stable; ``onset`` is the size of input from which it breaks, where that is known."""

    onset: float | None
    saturates: bool = False

    def __str__(self) -> str:
        if self.saturates:
            return (
                f"Right, but not stable: from about {self.onset:.3g} on the values go wrong, as where a floor, a clip "
                "or rounding takes over."
            )
        where = "" if self.onset is None else f": it breaks down from about {self.onset:.3g} on"
        return f"Right, but not stable{where}."


def onset(case: Case, fails: Callable[[Case], bool]) -> float | None:
    """From which size of the case's largest entry the code breaks; None if size is not what breaks it."""
    if _largest(case) < _LARGE or fails(_scaled(case, 1.0 / _largest(case))):
        return None
    holds, breaks = 1.0 / _largest(case), 1.0
    for _ in range(_HALVINGS):
        middle = (holds * breaks) ** 0.5
        if fails(_scaled(case, middle)):
            breaks = middle
        else:
            holds = middle
    return breaks * _largest(case)


def _broke_down(each: Judged) -> bool:
    assert each.failure is not None
    if each.failure.kind == "warning":
        return True
    if each.failure.kind != "values":
        return False
    values = each.got.value, each.want.value
    got, want = (np.concatenate([leaf.ravel() for leaf in leaves(value)] or [np.empty(0)]) for value in values)
    return bool(not np.isfinite(got).all() and np.isfinite(want).all())


def _largest(case: Case) -> float:
    sizes = [float(np.abs(leaf).max()) for leaf in leaves(case.args) if leaf.size and leaf.dtype.kind == "f"]
    return max((size for size in sizes if np.isfinite(size)), default=0.0)


def _scaled(case: Case, factor: float) -> Case:
    """The case with every large array shrunk; small ones (weights, probabilities, a step) stay."""

    def shrink(value: Any) -> Any:
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.size and np.abs(value).max() >= _LARGE:
            return value * value.dtype.type(factor)
        if isinstance(value, float) and abs(value) >= _LARGE:
            return value * factor
        return value

    return case.like(case.name, tuple(map(shrink, case.args)), case.kwargs)
