"""A generic reading of wrong values, for when no known mistake explains them.

A reading holds if it fits every failing case that it is shown, so that a coincidence in a small one misleads nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod

import numpy as np

from mlprep.grading.diagnosis import shapes
from mlprep.grading.diagnosis.mistakes import Judged
from mlprep.grading.judging.compare import Array, as_array, at_start, leaves
from mlprep.grading.judging.model import Case, Failure, Outcome

Pair = tuple[Array, Array]  # what came, and what was expected
Lengths = frozenset[int]  # what may be counted in a case: its arrays' axes and entries, and whole numbers
# A key that must agree over the cases, and a sentence.
Reading = Callable[[Array, Array, Lengths], tuple[str, str] | None]

_ENOUGH = 3  # different entries that share a factor, or an offset, before it is believed


def read(failed: Sequence[Judged]) -> str | None:
    """A sentence on what the differences look like, or None if they look like nothing in particular.

    The first failure is the one that will be shown, and the sentence speaks of it.
    """
    if not failed or failed[0].failure is None:
        return None
    failure, outcome = failed[0].failure, failed[0].got
    if failure.kind.startswith("property:"):
        return _not_a_number(outcome)
    if failure.kind == "values":
        return _of_values(failure, failed)
    return shapes.read(failed[0])


def _of_values(first: Failure, failed: Sequence[Judged]) -> str | None:
    pairs = [(pair, _lengths(each.case)) for each in failed if (pair := _pair(each.failure)) is not None]
    if not pairs or _pair(first) is None:
        return None
    if not np.isfinite(pairs[0][0][0]).all():
        return _not_finite(*pairs[0][0], failed[0].got)
    telling = [(*pair, lengths) for pair, lengths in pairs if all(np.isfinite(each).all() for each in pair)]
    counted = as_array(first.detail["want"])
    whole = counted is not None and counted.dtype.kind in "iu"
    with np.errstate(all="ignore"):
        for reading in _OF_INTEGERS if whole else _READINGS:
            said = [reading(*each) for each in telling]
            keys = {each[0] for each in said if each is not None}
            # a constant that is added may depend on the case, as a bias does, where each case has entries enough
            agreed = len(keys) == 1 or (reading is _offset and all(want.size >= _ENOUGH for _, want, _ in telling))
            if said and None not in said and agreed and said[0] is not None:
                if reading in _OF_RATIOS and _variety(telling) < _ENOUGH:
                    continue  # any two numbers have a ratio and a difference
                sentence = said[0][1]
                if counted is not None and counted.ndim == 0:
                    sentence = sentence.replace("Every entry", "The result", 1)
                return _named(first.detail.get("where", ""), sentence)
    return None


def _lengths(case: Case) -> Lengths:
    arrays = list(leaves([case.args, case.kwargs]))
    numbers = [int(array) for array in arrays if array.ndim == 0 and array.dtype.kind in "iu"]
    return frozenset((*numbers, *(n for array in arrays for n in (*array.shape, prod(array.shape)))))


def _variety(telling: Sequence[tuple[Array, Array, Lengths]]) -> int:
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
    if np.array_equal(np.isfinite(got), np.isfinite(want)):
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


def _near(got: Array, want: Array) -> bool:
    scale = max(1e-9, float(np.abs(want).max()))
    return bool(np.allclose(got, want, rtol=1e-6, atol=1e-8 * scale))


def _transposed(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    if got.ndim >= 2 and got.shape[-1] == got.shape[-2] and _near(np.swapaxes(got, -1, -2), want):
        return "transposed", "This is the transpose of the right answer."
    return None


def _sign(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    return ("sign", "Every entry has the wrong sign.") if _near(-got, want) else None


def _power(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """A root too few or too many; 0 and 1 would fit both, so they do not tell."""
    if (want < 0).any() or (got < 0).any() or _near(want, want**2):
        return None
    if _near(got, want**2):
        return "squared", "This is the square of the right answer: is a square root missing?"
    if _near(got**2, want):
        return "rooted", "This is the square root of the right answer: is there one root too many?"
    return None


_CONSTANTS = (
    (2.0, "twice"),
    (0.5, "half"),
    (float(np.log(2.0)), "log 2 times"),
    (float(1 / np.log(2.0)), "1 / log 2 times"),
)


def _factor(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """One constant for all entries: the same in every case, or one that the shape explains."""
    telling = np.abs(want) > 1e-9 * max(1e-9, float(np.abs(want).max()))
    ratio = np.median(got[telling] / want[telling]) if telling.any() else np.float64(np.nan)
    if not np.isfinite(ratio) or abs(ratio - 1) < 1e-6 or abs(ratio) < 1e-9 or not _near(got, ratio * want):
        return None
    for value, word in _CONSTANTS:
        if abs(ratio / value - 1) < 1e-6:
            base = " Nats are meant where you have bits, or the other way round?" if "log" in word else ""
            return f"factor {word}", f"Every entry is {word} the right one.{base}"
    return f"factor {ratio:.4g}", f"Every entry is {ratio:.6g} times the right one: a constant factor is off."


def _size_factor(got: Array, want: Array, lengths: Lengths) -> tuple[str, str] | None:
    """A factor that differs from case to case: a count is in it, so a sum stands for a mean, or n for n - 1."""
    telling = np.abs(want) > 1e-9 * max(1e-9, float(np.abs(want).max()))
    ratio = np.median(got[telling] / want[telling]) if telling.any() else np.float64(np.nan)
    if not np.isfinite(ratio) or ratio <= 0 or abs(ratio - 1) < 1e-9 or not _near(got, ratio * want):
        return None
    for square in (1.0, 2.0):
        n = ratio**square / (ratio**square - 1)  # ratio = n / (n - 1), or its root
        root = "the root of " if square == 2.0 else ""
        if _counts(n, lengths) and n > 1.5:
            return "sample", (
                f"Every entry is too large by {root}n / (n - 1), n = {n:.0f}: you divide by n - 1 where n is asked for "
                "(ddof=0, the population's)."
            )
        if _counts(1 - n, lengths) and 1 - n > 1.5:
            return "population", (
                f"Every entry is too small by {root}(n - 1) / n, n = {1 - n:.0f}: you divide by n where n - 1 is asked "
                "for (ddof=1, the sample's)."
            )
    if _counts(ratio, lengths):
        return "sum", f"Every entry is {ratio:.0f} times too large: a sum stands where a mean is meant?"
    if _counts(1 / ratio, lengths):
        return "mean", f"Every entry is {1 / ratio:.0f} times too small: a mean stands where a sum is meant?"
    for power in (ratio**2, 1 / ratio**2):
        if _counts(power, lengths):
            return "root of a count", f"Every entry is off by the root of {power:.0f}: a scale by a square root."
    return None


def _counts(number: float, lengths: Lengths) -> bool:
    """Whether it is a whole number that something in the case has."""
    return (
        bool(np.isfinite(number))
        and abs(number - round(number)) < 1e-6 * max(1.0, abs(number))
        and round(number) in lengths
    )


def _reordered(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    if got.size < 2:
        return None
    for axis in range(got.ndim):
        if _near(np.flip(got, axis), want):
            return f"reversed {axis}", f"These are the right values in reverse order along axis {axis}."
    for axis in range(got.ndim):
        for step, word in ((1, "late"), (-1, "early")):
            if got.shape[axis] > 2 and _near(np.roll(got, -step, axis), want):
                return f"{word} {axis}", f"The right values come one place too {word} along axis {axis}."
    if got.ndim == 1 and _near(np.sort(got), np.sort(want)):
        return "order", "These are the right values in the wrong order: unsorted, or sorted by something else?"
    return None


def _one_off(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """One element off: all but the ends agree after a shift."""
    if got.ndim == 1 and got.size >= 4 and not _near(want, np.full_like(want, want[0])):
        if _near(got[1:], want[:-1]):
            return "late", "One element off: every entry stands one place too late."
        if _near(got[:-1], want[1:]):
            return "early", "One element off: every entry stands one place too early."
    if want.ndim == 0 and abs(want) >= 2 and float(want).is_integer() and abs(float(got - want)) == 1:
        word = "large" if got > want else "small"
        return f"off by one {word}", f"Off by one: the result is too {word} by 1."
    return None


def _counted_from(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """Whole numbers that all differ by one."""
    for step, word in ((1, "large"), (-1, "small")):
        if want.ndim and np.array_equal(got, want + step):
            return f"off by one {word}", f"Every entry is too {word} by 1: indices and labels count from 0."
    return None


def _not_normalised(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """Sums that should be 1 along an axis and are not."""
    for axis in range(want.ndim):
        asked, came = want.sum(axis=axis), got.sum(axis=axis)
        if (
            (want < 0).any()
            or want.shape[axis] < 2
            or not _near(asked, np.ones_like(asked))
            or _near(came, np.ones_like(came))
        ):
            continue
        if want.ndim > 1 and _near(got.sum(), np.ones(())):
            return "whole", f"Your result sums to 1 as a whole; each slice along axis {axis} should."
        other = [
            each
            for each in range(want.ndim)
            if each != axis and _near(got.sum(axis=each), np.ones_like(got.sum(axis=each)))
        ]
        if other:
            return "wrong axis", f"Your result sums to 1 along axis {other[0]}; it should along axis {axis}."
        return "not normalised", f"Your result does not sum to 1 along axis {axis}: it is not normalised there."
    return None


def _not_centred(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """Means that should be 0 along an axis and are not."""
    scale = max(1e-9, float(np.abs(want).max()))
    if not want.any():  # as for a single sample: no axis tells itself from another
        return "not centred", "The mean should be 0 here and is not: is it subtracted, along the right axis?"

    def is_centred(means: Array) -> bool:
        return float(np.abs(means).max()) < 1e-9 * scale

    for axis in range(want.ndim):
        if want.shape[axis] < 2 or not is_centred(want.mean(axis=axis)):
            continue
        if np.abs(got.mean(axis=axis)).max() <= 1e-3 * scale:
            continue
        other = [each for each in range(want.ndim) if each != axis and is_centred(got.mean(axis=each))]
        if other:
            return "wrong axis", f"Your result has mean 0 along axis {other[0]}; it should along axis {axis}."
        if want.ndim > 1 and is_centred(got.mean()):
            return "whole", f"Your result has mean 0 as a whole; each slice along axis {axis} should."
        return "not centred", f"Along axis {axis} the mean should be 0 and is not: is the mean subtracted there?"
    return None


def _offset(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    shift = float(np.median(got - want))
    if abs(shift) > 1e-9 and _near(got - shift, want):
        return f"offset {shift:.6g}", f"Every entry is off by the same {shift:.6g}: a constant is added, or missing."
    return None


def _rounding(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    """So near that the formula is right and the arithmetic is not."""
    scale = max(1e-12, float(np.abs(want).max()))
    worst = float(np.abs(got - want).max()) / scale
    if worst >= 3e-5:
        return None
    return "rounding", f"Nearly right: off by at most {worst:.1e} of the largest entry. Look at precision or eps."


def _nearly(got: Array, want: Array, _: Lengths) -> tuple[str, str] | None:
    scale = max(1e-12, float(np.abs(want).max()))
    worst = float(np.abs(got - want).max()) / scale
    if worst < 1e-3:
        return (
            "nearly",
            f"Nearly right: the largest error is {worst:.1e} of the largest entry. Look at precision, eps or ddof.",
        )
    wrong = np.abs(got - want) > 1e-6 * np.abs(want) + 1e-8 * scale
    if want.size >= 8 and 0 < wrong.sum() <= want.size // 8:
        where = ", ".join(f"[{', '.join(map(str, index))}]" for index in np.argwhere(wrong)[:4].tolist())
        return "few", f"Nearly right: only {int(wrong.sum())} of {want.size} entries differ, at {where}."
    return None


_READINGS: tuple[Reading, ...] = (
    _rounding,
    _transposed,
    _sign,
    _one_off,
    _power,
    _factor,
    _size_factor,
    _reordered,
    _not_normalised,
    _not_centred,
    _offset,
    _nearly,
)

_OF_RATIOS = (_factor, _size_factor, _offset)

_OF_INTEGERS: tuple[Reading, ...] = (_transposed, _one_off, _counted_from, _reordered, _nearly)
