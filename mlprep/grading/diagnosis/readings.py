"""The readings of wrong values: what one number array may look like beside the expected one.

Each takes what came, what was expected and what the case was called with, and says every way in which the first looks
like a slip in the second. `values` asks them in turn, and believes what holds in every failing case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from mlprep.grading.diagnosis import relations, terms
from mlprep.grading.diagnosis.likeness import Readings, near
from mlprep.grading.judging.compare import Array

Lengths = frozenset[int]  # what may be counted in a case: its arrays' axes and entries, and whole numbers
ENOUGH = 3  # different entries that share a factor, or an offset, before it is believed


class Given(NamedTuple):
    """What a case was called with."""

    lengths: Lengths
    named: dict[str, Array]


Reading = Callable[[Array, Array, Given], Readings]


def _transposed(got: Array, want: Array, _: Given) -> Readings:
    if got.ndim >= 2 and got.shape[-1] == got.shape[-2] and near(np.swapaxes(got, -1, -2), want):
        yield "transposed", "This is the transpose of the expected result."


def _sign(got: Array, want: Array, _: Given) -> Readings:
    if near(-got, want):
        yield "sign", "Every entry has the wrong sign."


def _power(got: Array, want: Array, _: Given) -> Readings:
    """A root too few or too many; 0 and 1 would fit both, so they do not tell."""
    if (want < 0).any() or (got < 0).any() or near(want, want**2):
        return
    if near(got, want**2):
        yield "squared", "Every entry is the square of the expected one. Is a square root missing?"
    if near(got**2, want):
        yield "rooted", "Every entry is the square root of the expected one. Is there a square root too many?"


_CONSTANTS = (
    (2.0, "twice"),
    (0.5, "half"),
    (float(np.log(2.0)), "log 2 times"),
    (float(1 / np.log(2.0)), "1 / log 2 times"),
)


def _ratio(got: Array, want: Array) -> np.float64:
    """The one factor between the two; NaN if there is none."""
    telling = np.abs(want) > 1e-9 * max(1e-9, float(np.abs(want).max()))
    ratio = np.median(got[telling] / want[telling]) if telling.any() else np.float64(np.nan)
    return ratio if np.isfinite(ratio) and near(got, ratio * want) else np.float64(np.nan)


def _factor(got: Array, want: Array, _: Given) -> Readings:
    """One constant for all entries, the same in every case."""
    ratio = _ratio(got, want)
    if np.isnan(ratio) or abs(ratio - 1) < 1e-6 or abs(ratio) < 1e-9:
        return
    for value, word in _CONSTANTS:
        if abs(ratio / value - 1) < 1e-6:
            base = " Natural logarithms and base 2 differ by this factor." if "log" in word else ""
            yield f"factor {word}", f"Every entry is {word} the expected one.{base}"
            return
    key = f"{ratio:.4g}" if abs(ratio - 1) > 1e-2 else f"1 + {ratio - 1:.2g}"  # which is another for another rounding
    yield f"factor {key}", f"Every entry is {ratio:.6g} times the expected one: a constant factor is off."


def _size_factor(got: Array, want: Array, given: Given) -> Readings:
    """A factor that a count in the case explains: a sum for a mean, n for n - 1. One length may fit several."""
    ratio = _ratio(got, want)
    if np.isnan(ratio) or ratio <= 0 or abs(ratio - 1) < 1e-9:
        return
    mixed_up = "n and n - 1 are mixed up (ddof)."
    for square in (1.0, 2.0):
        n = ratio**square / (ratio**square - 1)  # ratio = n / (n - 1), or its root
        root = "the square root of " if square == 2.0 else ""
        if _counts(n, given.lengths) and n > 1.5:
            said = f"Every entry is too large by {root}n / (n - 1), with n = {n:.0f}: {mixed_up}"
            yield f"n over n - 1, {square}", said
        if _counts(1 - n, given.lengths) and 1 - n > 1.5:
            said = f"Every entry is too small by {root}(n - 1) / n, with n = {1 - n:.0f}: {mixed_up}"
            yield f"n - 1 over n, {square}", said
    if _counts(ratio, given.lengths):
        yield "sum", f"Every entry is {ratio:.0f} times too large. Is it a sum where a mean is meant?"
    if _counts(1 / ratio, given.lengths):
        yield "mean", f"Every entry is {1 / ratio:.0f} times too small. Is it a mean where a sum is meant?"
    for power in (ratio**2, 1 / ratio**2):
        if _counts(power, given.lengths):
            yield "root of a count", f"Every entry is off by the square root of {power:.0f}."


def _counts(number: float, lengths: Lengths) -> bool:
    """Whether it is a whole number that something in the case has."""
    return (
        bool(np.isfinite(number))
        and abs(number - round(number)) < 1e-6 * max(1.0, abs(number))
        and round(number) in lengths
    )


def _reordered(got: Array, want: Array, _: Given) -> Readings:
    if got.size < 2:
        return
    for axis in range(got.ndim):
        if near(np.flip(got, axis), want):
            yield f"reversed {axis}", f"These are the right values in reverse order along axis {axis}."
    for axis in range(got.ndim):
        for step, word in ((1, "late"), (-1, "early")):
            if got.shape[axis] > 2 and near(np.roll(got, -step, axis), want):
                yield f"{word} {axis}", f"The right values come one place too {word} along axis {axis}."
    if got.ndim == 1 and near(np.sort(got), np.sort(want)):
        yield "order", "These are the right values in the wrong order."


def _one_off(got: Array, want: Array, _: Given) -> Readings:
    """One element off: all but the ends agree after a shift."""
    if got.ndim == 1 and got.size >= 4 and not near(want, np.full_like(want, want[0])):
        if near(got[1:], want[:-1]):
            yield "late", "Off by one: every entry is one place too late."
        if near(got[:-1], want[1:]):
            yield "early", "Off by one: every entry is one place too early."
    if want.ndim == 0 and abs(want) >= 2 and float(want).is_integer() and abs(float(got - want)) == 1:
        word = "large" if got > want else "small"
        yield f"off by one {word}", f"Off by one: the result is too {word} by 1."


def _counted_from(got: Array, want: Array, _: Given) -> Readings:
    """Whole numbers that all differ by one."""
    for step, word in ((1, "large"), (-1, "small")):
        if want.ndim and np.array_equal(got, want + step):
            yield f"off by one {word}", f"Every entry is too {word} by 1: indices and labels count from 0."


def _not_normalized(got: Array, want: Array, _: Given) -> Readings:
    """Sums that should be 1 along an axis and are not."""
    for axis in range(want.ndim):
        asked, came = want.sum(axis=axis), got.sum(axis=axis)
        if (
            (want < 0).any()
            or not ((want > 0) & (want < 1)).any()  # an identity's rows sum to 1 for no such reason
            or want.shape[axis] < 2
            or not near(asked, np.ones_like(asked))
            or near(came, np.ones_like(came))
        ):
            continue
        other = [
            each
            for each in range(want.ndim)
            if each != axis and near(got.sum(axis=each), np.ones_like(got.sum(axis=each)))
        ]
        if want.ndim > 1 and near(got.sum(), np.ones(())):
            yield "whole", f"Your result sums to 1 as a whole; each slice along axis {axis} should."
        elif other:
            yield "wrong axis", f"Your result sums to 1 along axis {other[0]}; it should along axis {axis}."
        else:
            yield "not normalized", f"Your result should sum to 1 along axis {axis} and does not."


def _not_centered(got: Array, want: Array, _: Given) -> Readings:
    """Means that should be 0 along an axis and are not. Where all is 0, or there is one number, no mean tells."""
    if want.ndim == 0 or not want.any():
        return
    if max(want.shape) < ENOUGH:  # any two numbers may be each other's negative
        return
    scale = max(1e-9, float(np.abs(want).max()))

    def is_centered(means: Array) -> bool:
        return float(np.abs(means).max()) < 1e-9 * scale

    for axis in range(want.ndim):
        if want.shape[axis] < 2 or not is_centered(want.mean(axis=axis)):
            continue
        if np.abs(got.mean(axis=axis)).max() <= 1e-3 * scale:
            continue
        other = [each for each in range(want.ndim) if each != axis and is_centered(got.mean(axis=each))]
        if other:
            yield "wrong axis", f"Your result has mean 0 along axis {other[0]}; it should along axis {axis}."
        elif want.ndim > 1 and is_centered(got.mean()):
            yield "whole", f"Your result has mean 0 as a whole; each slice along axis {axis} should."
        else:
            yield "not centered", f"Your result should have mean 0 along axis {axis} and does not."


def _by_an_argument(got: Array, want: Array, given: Given) -> Readings:
    yield from relations.read(got, want, given.named)


def _by_a_term(got: Array, want: Array, given: Given) -> Readings:
    yield from terms.read(got, want, given.named)


def _other_function(got: Array, want: Array, _: Given) -> Readings:
    """The right values before or after one more function."""
    if want.size < 2 or near(want, np.full_like(want, want.flat[0])):
        return
    for change, words in (
        (np.log, "the logarithm of"), (np.exp, "the exponential of"), (np.abs, "the absolute value of"),
        (lambda x: 1 - x, "1 minus"), (lambda x: 1 / x, "1 divided by"),
    ):  # fmt: skip
        changed = change(want)
        if np.isfinite(changed).all() and near(got, changed):
            yield words, f"Every entry is {words} the expected one."


def offset(got: Array, want: Array, _: Given) -> Readings:
    shift = float(np.median(got - want))
    if abs(shift) > 1e-9 and near(got - shift, want):
        yield f"offset {shift:.6g}", f"Every entry is off by the same {shift:.6g}: a constant is added, or missing."


def _rounded(got: Array, want: Array, _: Given) -> Readings:
    """Rounded on purpose, or through a narrow dtype."""
    if np.array_equal(got, want) or not got.any():  # a 0 may have been rounded to any number of decimals
        return
    for decimals in range(1, 9):
        if np.allclose(got, np.round(want, decimals), rtol=0, atol=1e-12 * max(1.0, float(np.abs(want).max()))):
            if np.allclose(got, want, rtol=1e-9, atol=0):
                return  # the expected values have no more decimals than that
            yield (
                f"decimals {decimals}",
                f"Your values are rounded to {decimals} decimal{'s' if decimals > 1 else ''}. Return them as computed.",
            )
    for dtype in (np.float16, np.float32):
        narrow = want.astype(dtype).astype(np.float64)
        if not np.isfinite(narrow).all():
            continue
        off = float(np.abs(got - narrow).max())
        is_rounded = np.abs(narrow - want).max() > 10 * off
        if is_rounded and off <= float(np.finfo(dtype).eps) * 1e-3 * max(1e-9, float(np.abs(want).max())):
            yield dtype.__name__, f"Your values have the precision of {dtype.__name__}. Keep float64."


def _rounding(got: Array, want: Array, _: Given) -> Readings:
    """So near that the formula is right and the arithmetic is not."""
    worst = _worst(got, want)
    if worst < 3e-5:
        cause = "A small constant that is added, a clip or a lower precision does that."
        yield "rounding", f"Nearly right: off by at most {_power_of_ten(worst)} of the largest entry. {cause}"


def _nearly(got: Array, want: Array, _: Given) -> Readings:
    worst = _worst(got, want)
    if 0 < worst < 1e-3:
        advice = "Look at precision or eps."
        yield "nearly", f"Nearly right: the largest error is {_power_of_ten(worst)} of the largest entry. {advice}"
    scale = max(1e-12, float(np.abs(want).max()))
    wrong = np.abs(got - want) > 1e-6 * np.abs(want) + 1e-8 * scale
    if worst >= 1e-3 and want.size >= 8 and 0 < wrong.sum() <= want.size // 8:
        where = ", ".join(f"[{', '.join(map(str, index))}]" for index in np.argwhere(wrong)[:4].tolist())
        yield "few", f"Nearly right: only {int(wrong.sum())} of {want.size} entries differ, at {where}."


def _worst(got: Array, want: Array) -> float:
    """The largest error, relative to the largest entry."""
    return float(np.abs(got - want).max()) / max(1e-12, float(np.abs(want).max()))


def _power_of_ten(number: float) -> str:
    """Two digits, as people write it: 3.1e-7."""
    mantissa, _, exponent = f"{number:.1e}".partition("e")
    return f"{mantissa}e{int(exponent)}"


READINGS: tuple[Reading, ...] = (
    _rounded,
    _rounding,
    _transposed,
    _sign,
    _one_off,
    _power,
    _not_normalized,
    _by_an_argument,
    _factor,
    _size_factor,
    _reordered,
    _not_centered,
    _other_function,
    offset,
    _by_a_term,
    _nearly,
)

OF_RATIOS = (_by_an_argument, _factor, _size_factor, offset, _by_a_term)

OF_INTEGERS: tuple[Reading, ...] = (_transposed, _one_off, _counted_from, _reordered, _nearly)
