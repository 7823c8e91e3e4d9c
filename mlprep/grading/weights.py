"""Checks of weights that an answer draws for a layer: normal, of the variance asked for, every entry by itself.

How an answer draws is free, so it is judged by what must hold of some n = 20,000 entries. False alarms: the mean is off
by more than 8 standard errors with a chance of 1e-15; the variance of n normal entries by more than 8 percent with
under 2 exp(-n (0.08 - log(1.08)) / 2) = 2e-13 (Chernoff); the empirical distribution by more than 0.03 with
2 exp(-2 n 0.03^2) = 5e-16 (Dvoretzky, Kiefer, Wolfowitz); the share beyond 2.5 deviations leaves 0.0065 to 0.0195 with
under 1e-12 (Chernoff), and all of them stay below 3.1 with (1 - 0.0019)^20,000 = 3e-17; the mean product of 10,000
separate pairs of neighbors leaves +-0.1 with under 2 exp(-10,000 * 0.1^2 / 2.1) = 5e-21, and that of two rows or
columns of at least 200 leaves +-0.7 with under 2 exp(-200 * 0.2) = 1e-17 (Chernoff), times 6,000 pairs. The mean square
of the products of one half of the rows with the other is a weighted sum of independent squares once the one half is
given; it halves with under exp(-42) = 1e-18 for two times 27 rows of 380, by t^2 / (4 sum of squared weights) (Laurent
and Massart). A check that makes six of each is under 1e-11 in all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from mlprep.grading.judging.checks import Check, holds, shaped_like_reference
from mlprep.grading.judging.compare import Array
from mlprep.grading.judging.model import Case

Variance = Callable[[int, int], float]  # of n_in and n_out, which a case's arguments begin with
Test = Callable[[Case, Any, Any], bool | str]

SHAPE = shaped_like_reference()
_OWN_DRAW = "each entry needs a draw of its own."


def normal_weights(asked: Variance, in_words: str, mistaken: Mapping[str, Variance]) -> tuple[Check, ...]:
    """The checks of one draw of this variance; ``mistaken`` has those of known mistakes, by what must hold instead."""
    instead = [holds(name, _has_not(variance)) for name, variance in mistaken.items()]
    return (
        SHAPE,
        *instead,
        holds(f"the variance is {in_words}", _of(asked, _has_variance)),
        holds("the mean is 0", _of(asked, _is_centered)),
        holds("the draw is not uniform", _of(asked, _is_not_uniform)),
        holds("the entries are normally distributed", _of(asked, _is_normal)),
        holds("the entries are independent of each other", _of(asked, _is_independent)),
    )


def follows_generators() -> tuple[Check, ...]:
    """The checks of several draws: for some seeds, the first of which returns, and one more of the first."""
    return (
        SHAPE,
        holds("the same seed gives the same result", lambda case, got, want: np.array_equal(got[0], got[-2])),
        holds("the generator decides what is drawn", _follows_the_generator),
    )


def _of(asked: Variance, test: Callable[[Array, float], bool | str]) -> Test:
    """A test on the entries in units of the standard deviation that is asked for, and on the variance asked for."""

    def standardized(case: Case, got: Any, want: Any) -> bool | str:
        variance = asked(*case.args[:2])
        return test(np.asarray(got, float) / math.sqrt(variance), variance)

    return standardized


def _has_not(mistaken: Variance) -> Test:
    """A test that one wrong variance fails, within 8 percent, so that each has a word of its own."""
    return lambda case, got, want: bool(abs(np.var(got) / mistaken(*case.args[:2]) - 1) > 0.08)


def _has_variance(z: Array, asked: float) -> bool | str:
    if abs(np.var(z) - 1) <= 0.08:
        return True
    return f"The variance of {z.size:,} entries is {np.var(z) * asked:.4g}; {asked:.4g} is asked for."


def _is_centered(z: Array, asked: float) -> bool:
    return bool(abs(z.mean()) <= 8 / math.sqrt(z.size))


def _is_not_uniform(z: Array, asked: float) -> bool:
    ordered = np.sort(z, axis=None)
    return _distance(ordered, np.clip((ordered / math.sqrt(3) + 1) / 2, 0, 1)) > 0.03


def _is_normal(z: Array, asked: float) -> bool:
    grid = np.linspace(-8, 8, 2001)
    normal = np.array([0.5 * (1 + math.erf(each / math.sqrt(2))) for each in grid])
    ordered, sizes = np.sort(z, axis=None), np.abs(z)
    near = _distance(ordered, np.interp(ordered, grid, normal)) <= 0.03
    return bool(near and 0.0065 <= np.mean(sizes > 2.5) <= 0.0195 and sizes.max() > 3.1)


def _distance(ordered: Array, below: Array) -> float:
    """The largest distance of the empirical distribution from the true chances below each entry."""
    rank = np.arange(ordered.size) / ordered.size
    return float(max(np.abs(below - rank).max(), np.abs(below - rank - 1 / ordered.size).max()))


def _is_independent(z: Array, asked: float) -> bool | str:
    """The mean product of neighbors, in separate pairs along each axis; and of any two long rows or columns."""
    for lanes in (z, z.T):
        if abs(np.mean(lanes[0::2] * lanes[1::2])) > 0.1:
            return f"Neighbors depend on each other: {_OWN_DRAW}"
        width, half = lanes.shape[1], len(lanes) // 2
        if width >= 200 and np.abs(np.triu(lanes @ lanes.T / width, 1)).max() > 0.7:
            return f"Some rows or columns repeat others: {_OWN_DRAW}"
        if width >= 200 and half >= 20 and np.mean((lanes[:half] @ lanes[half:].T) ** 2) < 0.5 * width:
            return f"Rows or columns are orthogonal to each other: {_OWN_DRAW}"
    return True


def _follows_the_generator(case: Case, got: Any, want: Any) -> bool | str:
    if np.array_equal(got[0], got[1]):
        return "Two different seeds gave the very same weights: draw from the rng that is passed in."
    if np.array_equal(got[0], got[-1]):
        return "Two calls with one generator gave the very same weights: draw from the rng that is passed in."
    return True
