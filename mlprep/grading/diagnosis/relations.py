"""Readings of wrong values by the arguments: one that is left out, returned as it is, or used once too often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from mlprep.grading.diagnosis.likeness import Readings, broadcasts_to, near
from mlprep.grading.judging.compare import Array, as_array


def arrays_of(named: Mapping[str, Any]) -> dict[str, Array]:
    """The arguments that are finite floats, or numbers, as float64."""
    found = {}
    for name, value in named.items():
        array = as_array(value) if not isinstance(value, bool) else None
        if array is not None and array.size and array.dtype.kind in "iuf" and np.isfinite(array).all():
            found[name] = array.astype(np.float64)
    return found


def read(got: Array, want: Array, named: Mapping[str, Array]) -> Readings:
    """How the result differs from the expected one by an argument, where some argument fits."""
    for name, argument in named.items():
        if argument.ndim and argument.shape == got.shape and near(got, argument):
            yield f"is {name}", f"Your result is {name}, unchanged."
    for name, argument in named.items():
        if broadcasts_to(argument.shape, want.shape) and not near(argument, np.ones_like(argument)):
            yield from _factors(got, want, name, argument)
    for name, argument in named.items():
        if broadcasts_to(argument.shape, want.shape) and np.abs(argument).max() > 1e-6:
            if near(got + argument, want):
                yield f"lacks {name}", f"Your result is the expected one minus {name}."
            if near(got - argument, want):
                yield f"adds {name}", f"Your result is the expected one plus {name}."


def _factors(got: Array, want: Array, name: str, argument: Array) -> Readings:
    powers: list[tuple[Array, str]] = [(argument, name), (argument**2, f"{name} squared")]
    if (argument > 0).all():
        powers.append((np.sqrt(argument), f"the square root of {name}"))
    for factor, words in powers:
        if near(got * factor, want) and not near(got, want):
            yield f"without {words}", f"Your result is the expected one divided by {words}."
        if near(got, want * factor) and not near(got, want):
            yield f"times {words}", f"Your result is the expected one times {words}."
