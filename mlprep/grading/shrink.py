"""Simpler inputs that still fail: what a person reads should have as few digits as it can.

Sizes are small already, since the smallest failing case is shown; here its values are rounded. Arrays that look like
probabilities stay as they are, since rounding would break what makes them such, and so does anything that is not
an array of plain floats.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from mlprep.grading.compare import leaves
from mlprep.grading.diagnosis import Judged
from mlprep.grading.model import Case

_DECIMALS = (0, 1)


def is_worth_it(judged: Judged) -> bool:
    """Whether rounding could make this failure easier to read."""
    wrong = judged.failure is not None and judged.failure.kind == "values"
    return wrong and judged.case.referenced and not judged.case.lone


def simpler(case: Case) -> Iterator[Case]:
    """The case with rounded values, the simplest first."""
    for decimals in _DECIMALS:
        args, kwargs = _rounded(case.args, decimals), _rounded(case.kwargs, decimals)
        pairs = zip(leaves([args, kwargs]), leaves([case.args, case.kwargs]), strict=True)
        if not all(np.array_equal(now, before) for now, before in pairs):
            yield case.like(case.name, args, kwargs)


def tells_the_same(simple: Judged, original: Judged) -> bool:
    """Whether a simpler case fails for the same reason, on an input that the reference takes in its stride."""
    assert original.failure is not None
    return (
        simple.failure is not None
        and simple.failure.kind == original.failure.kind
        and simple.want.raised is None
        and not simple.want.warnings
        and all(np.isfinite(leaf).all() for leaf in leaves(simple.want.value))
    )


def _rounded(value: Any, decimals: int) -> Any:
    if isinstance(value, np.ndarray):
        plain = value.dtype.kind == "f" and value.size and np.isfinite(value).all() and np.abs(value).max() < 100
        return np.round(value, decimals) + 0.0 if plain and not _in_unit_interval(value) else value
    if isinstance(value, list | tuple):
        return type(value)(_rounded(item, decimals) for item in value)
    if isinstance(value, dict):
        return {key: _rounded(item, decimals) for key, item in value.items()}
    return value


def _in_unit_interval(array: Any) -> bool:
    return bool((array >= 0).all() and (array <= 1).all())
