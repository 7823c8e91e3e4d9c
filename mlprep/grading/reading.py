"""A generic reading of wrong values, for when no known mistake explains them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mlprep.grading.compare import Array, as_array
from mlprep.grading.model import Failure, Outcome


def read(failure: Failure, got: Outcome) -> str | None:
    """A sentence on what the difference looks like, or None if it looks like nothing in particular."""
    if failure.kind != "values" or "gradient" in failure.detail:
        return None
    mine, theirs = as_array(failure.detail.get("got")), as_array(failure.detail.get("want"))
    if mine is None or theirs is None or mine.shape != theirs.shape or mine.size == 0 or "b" in mine.dtype.kind:
        return None
    mine, theirs = mine.astype(np.float64), theirs.astype(np.float64)
    if not np.isfinite(mine).all():
        return _not_finite(mine, theirs, got)
    with np.errstate(all="ignore"):
        for reading in _READINGS:
            said = reading(mine, theirs)
            if said is not None:
                return said
    return None


def _not_finite(got: Array, want: Array, outcome: Outcome) -> str | None:
    if np.array_equal(np.isfinite(got), np.isfinite(want)):
        return None
    what = "NaN" if np.isnan(got).any() else "infinity"
    for warning in outcome.warnings:
        where = f" in line {warning['line']}: {warning['text'].strip()}" if warning.get("line") else ""
        return f"{what} where a number is expected; NumPy warned of {warning['message']}{where}"
    return f"{what} where a number is expected."


def _near(a: Array, b: Array) -> bool:
    scale = max(1e-9, float(np.abs(b).max()))
    return bool(np.allclose(a, b, rtol=1e-6, atol=1e-8 * scale))


def _transposed(got: Array, want: Array) -> str | None:
    if got.ndim >= 2 and got.shape[-1] == got.shape[-2] and _near(np.swapaxes(got, -1, -2), want):
        return "This is the transpose of the right answer."
    return None


def _sign(got: Array, want: Array) -> str | None:
    return "Every entry has the wrong sign." if _near(-got, want) else None


def _reordered(got: Array, want: Array) -> str | None:
    if got.size < 2:
        return None
    for axis in range(got.ndim):
        if _near(np.flip(got, axis), want):
            return f"These are the right values in reverse order along axis {axis}."
    for axis in range(got.ndim):
        for step, word in ((1, "late"), (-1, "early")):
            if got.shape[axis] > 2 and _near(np.roll(got, -step, axis), want):
                return f"The right values come one place too {word} along axis {axis}."
    if _near(np.sort(got, axis=None), np.sort(want, axis=None)):
        return "These are the right values in the wrong order."
    return None


def _shifted(got: Array, want: Array) -> str | None:
    """One element off: all but the ends agree after a shift."""
    if got.ndim == 1 and got.size >= 4:
        if _near(got[1:], want[:-1]):
            return "One element off: every entry stands one place too late."
        if _near(got[:-1], want[1:]):
            return "One element off: every entry stands one place too early."
    return None


def _root(got: Array, want: Array) -> str | None:
    if (want >= 0).all() and (got >= 0).all() and want.max() > 0:
        if _near(got, want**2) and not _near(want, want**2):
            return "This is the square of the right answer: is a square root missing?"
        if _near(got**2, want) and not _near(want, want**2):
            return "This is the square root of the right answer."
    return None


_FACTORS: tuple[tuple[float, str], ...] = (
    (0.5, "half"),
    (2.0, "twice"),
    (float(np.log(2.0)), "log(2) times (nats and bits?)"),
    (float(1 / np.log(2.0)), "1/log(2) times (nats and bits?)"),
)


def _factor(got: Array, want: Array) -> str | None:
    nonzero = np.abs(want) > 1e-9 * max(1e-9, float(np.abs(want).max()))
    if not nonzero.any():
        return None
    ratio = float(np.median(got[nonzero] / want[nonzero]))
    if not np.isfinite(ratio) or abs(ratio - 1) < 1e-6 or abs(ratio) < 1e-9 or not _near(got, ratio * want):
        return None
    if want.size == 1:
        known = [word for factor, word in _FACTORS if abs(ratio / factor - 1) < 1e-6]
        return f"This is {known[0]} the right answer." if known else None
    known = [word for factor, word in _FACTORS if abs(ratio / factor - 1) < 1e-6]
    told = known[0] if known else f"{ratio:.6g} times"
    for n in sorted({*want.shape, want.size} - {0, 1}):
        if abs(ratio - n) < 1e-6 * n or abs(ratio - 1 / n) < 1e-6 / n:
            told += f" ({'a sum where a mean is meant' if ratio > 1 else 'a mean where a sum is meant'}?)"
            break
        if abs(ratio**2 - n / (n - 1)) < 1e-6 or abs(ratio**2 - (n - 1) / n) < 1e-6 or abs(ratio - n / (n - 1)) < 1e-6:
            told += " (population against sample: n or n - 1?)"
            break
    return f"Every entry is {told} the right one: a constant factor is off."


def _offset(got: Array, want: Array) -> str | None:
    if want.size < 2:
        return None
    shift = float(np.median(got - want))
    if abs(shift) > 1e-9 and _near(got - shift, want):
        return f"Every entry is off by the same {shift:.6g}: a constant is added or missing."
    return None


def _one_axis(got: Array, want: Array) -> str | None:
    """Slices are right up to a factor or an offset of their own: normalised over the wrong axis, or not at all."""
    if want.ndim < 2:
        return None
    for axis in range(want.ndim):
        total_got, total_want = got.sum(axis=axis, keepdims=True), want.sum(axis=axis, keepdims=True)
        if _near(total_want, np.ones_like(total_want)) and not _near(total_got, np.ones_like(total_got)):
            if _near(got.sum(), np.ones(())):
                return f"Your result sums to 1 as a whole; it should along axis {axis}."
            return f"Along axis {axis} your result does not sum to 1: it is not normalised there."
    for axis in range(want.ndim):
        total_want = want.mean(axis=axis, keepdims=True)
        if _near(total_want + 1, np.ones_like(total_want)) and not _near(got.mean(axis=axis, keepdims=True) + 1, total_want + 1):
            return f"Along axis {axis} the mean should be 0 and is not: is the mean subtracted over that axis?"
    return None


def _sums_to_one(got: Array, want: Array) -> str | None:
    if want.ndim == 1 and want.size > 1 and (want >= 0).all() and _near(want.sum(), np.ones(())) and not _near(got.sum(), np.ones(())):
        return f"Your result sums to {float(got.sum()):.6g}, not to 1: it is not normalised."
    return None


def _nearly(got: Array, want: Array) -> str | None:
    scale = max(1e-12, float(np.abs(want).max()))
    worst = float(np.abs(got - want).max()) / scale
    wrong = np.abs(got - want) > 1e-6 * np.abs(want) + 1e-8 * scale
    if worst < 1e-3:
        return f"Nearly right: the largest error is {worst:.1e} of the largest entry. Look at precision, eps or ddof."
    if want.size >= 8 and 0 < wrong.sum() <= max(1, want.size // 8):
        where = [f"[{', '.join(map(str, index))}]" for index in np.argwhere(wrong)[:4].tolist()]
        return f"Nearly right: only {int(wrong.sum())} of {want.size} entries differ, at {', '.join(where)}."
    return None


_READINGS: tuple[Callable[[Array, Array], Any], ...] = (
    _transposed,
    _sign,
    _factor,
    _root,
    _reordered,
    _shifted,
    _one_axis,
    _sums_to_one,
    _offset,
    _nearly,
)
