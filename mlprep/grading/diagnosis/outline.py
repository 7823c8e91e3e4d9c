"""What can be seen of wrong values where nothing explains them: where they differ, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from mlprep.grading.common.plain_data import Value
from mlprep.grading.diagnosis import show
from mlprep.grading.judging.compare import FLOAT32, Array, as_array, difference, is_results, nth
from mlprep.grading.judging.model import Failure, Judged
from mlprep.phrases import listed

_TELLING = ("Yours are NaN", "Yours are 0", "Yours are all")
_FEW = 4  # rows or entries that are listed one by one
_ENOUGH = 3  # failing cases in which the same is seen, before it is said of all of them


def in_all(failed: Sequence[Judged]) -> str:
    """What is seen in every failing case: which of several results differ, or in which direction; else empty."""
    return _results(failed) or _direction(failed)


def _results(failed: Sequence[Judged]) -> str:
    """Which of several results are right wherever others are wrong."""
    agree: dict[str, bool] = {}
    for each in failed:
        for name, mine, theirs in _parts(each.got.value, each.want.value):
            agree[name] = agree.get(name, True) and difference(mine, theirs, FLOAT32) is None
    right = [name for name, is_right in agree.items() if is_right]
    wrong = [name for name, is_right in agree.items() if not is_right]
    if not right or not wrong or len(failed) < _ENOUGH:
        return ""
    verb, names = "is" if len(right) == 1 else "are", listed(wrong, "and")
    return f"Only {names} {'differs' if len(wrong) == 1 else 'differ'}; {listed(right, 'and')} {verb} right."


def _parts(got: Value, want: Value) -> Iterator[tuple[str, Value, Value]]:
    if isinstance(want, dict) and isinstance(got, dict):
        yield from ((repr(key), got[key], want[key]) for key in want if key in got)
    elif isinstance(want, list | tuple) and is_results(want) and isinstance(got, list | tuple):
        yield from ((nth(i), *pair) for i, pair in enumerate(zip(got, want, strict=False)))


def _direction(failed: Sequence[Judged]) -> str:
    """Whether all that differs is too large, or too small, in every failing case."""
    compared = [_entries(each.failure) for each in failed if each.failure is not None]
    if len(compared) < _ENOUGH or not all(one is not None for one in compared):
        return ""
    pairs = [one for one in compared if one is not None]
    for word, holds in (("large", np.greater), ("small", np.less)):
        if all(bool(holds(got, want).all()) for got, want in pairs):
            alone = all(got.size == 1 for got, _ in pairs)
            what = "Your result is" if alone else "Every entry that differs is"
            return f"{what} too {word} in all {len(failed)} failing test cases."
    return ""


def _entries(failure: Failure) -> tuple[Array, Array] | None:
    """The numbers that differ, and what they should be; None where they cannot be compared."""
    compared = _compared(failure)
    if compared is None or "b" in (compared[0].dtype.kind, compared[1].dtype.kind):
        return None
    got, want, near = compared
    mine, theirs = got[~near].astype(np.float64), want[~near].astype(np.float64)
    return (mine, theirs) if mine.size and np.isfinite(mine).all() and np.isfinite(theirs).all() else None


def describe(failure: Failure) -> str:
    """A sentence or two that tell something of the difference; empty if it is only that all differ."""
    compared = _compared(failure)
    if compared is None:
        return _in_turn(failure)
    if not _has_entries(compared[0]):
        return ""
    got, want, near = compared
    said = [_where(near), _how(got, want, near)]
    tells = said[0].startswith("Only") or said[1].startswith(_TELLING)
    return " ".join(filter(None, said)) if tells else ""


def _in_turn(failure: Failure) -> str:
    """How far a list is right, such as one of tokens or of rows that are kept; empty where there are no two lists."""
    got, want = _items(failure.detail.get("got")), _items(failure.detail.get("want"))
    if got is None or want is None or failure.detail.get("where"):
        return ""
    right = next((i for i, pair in enumerate(zip(got, want, strict=False)) if not _alike(*pair)), None)
    if right is None:
        return _of_length(len(got), len(want))
    place = f"ntry {right} is {show.brief(got[right])} instead of {show.brief(want[right])}."
    if sorted(map(repr, got)) == sorted(map(repr, want)):
        return f"The entries are right, but in another order. E{place}"
    return f"{_first(right)} right, but e{place}" if right else f"E{place}"


def _of_length(mine: int, theirs: int) -> str:
    """What is wrong with a list that is as it should be as far as it, or the expected one, goes."""
    if not mine or not theirs:
        return "Your list is empty." if theirs else "Your list should be empty."
    number = abs(mine - theirs)
    many = "1 entry" if number == 1 else f"{number:,} entries"
    if mine > theirs:
        return f"{_first(theirs)} right, and {many} too many {'follows' if number == 1 else 'follow'}."
    return f"{_first(mine)} right, and {many} {'is' if number == 1 else 'are'} missing after that."


def _first(number: int) -> str:
    return "The first entry is" if number == 1 else f"The first {number} entries are"


def _items(value: Value) -> list[Value] | None:
    """A list's entries, or those of an array of whole numbers in a row; None for all else."""
    if isinstance(value, np.ndarray):
        return value.tolist() if value.ndim == 1 and value.dtype.kind in "iub" else None
    return [*value] if isinstance(value, list | tuple) and not is_results(value) else None


def _alike(one: Value, other: Value) -> bool:
    return difference(one, other, FLOAT32) is None


def extent(failure: Failure) -> str:
    """How many entries differ; empty where the values are no arrays of one shape."""
    compared = _compared(failure)
    return "" if compared is None or not _has_entries(compared[0]) else _where(compared[2])


def _compared(failure: Failure) -> tuple[Array, Array, Array] | None:
    """What came, what was expected, and where they agree; None where they are no arrays of one shape."""
    got, want = as_array(failure.detail.get("got")), as_array(failure.detail.get("want"))
    if got is None or want is None or got.shape != want.shape:
        return None
    return got, want, show.agreement(got, want, failure.detail.get("near"))


def _has_entries(array: Array) -> bool:
    return array.ndim > 0 and array.size > 1


def _where(near: Array) -> str:
    """Which rows or entries differ, if not all of them."""
    if not near.any():
        return "Every entry differs."
    for axis, word in ((0, "row"), (near.ndim - 1, "column")):
        if near.ndim < 2:
            break
        rest = tuple(other for other in range(near.ndim) if other != axis)
        wrong = np.flatnonzero(~near.all(axis=rest))
        if wrong.size < near.shape[axis] and wrong.size <= _FEW:
            return f"Only {_listed(word, wrong)} {'differs' if wrong.size == 1 else 'differ'}."
    entries = np.flatnonzero(~near)
    if near.ndim == 1 and entries.size <= _FEW:
        return f"Only {_listed('entry', entries)} {'differs' if entries.size == 1 else 'differ'}."
    return f"{entries.size} of {near.size} entries {'differs' if entries.size == 1 else 'differ'}."


def _how(got: Array, want: Array, near: Array) -> str:
    """What the entries that differ have in common."""
    if got.dtype.kind not in "iuf" or want.dtype.kind not in "iuf":
        return ""
    mine, theirs = got[~near].astype(np.float64), want[~near].astype(np.float64)
    count = int(np.isnan(mine).sum())
    if count and not np.isnan(theirs).any():
        return "Yours are NaN there." if count == mine.size else f"Yours are NaN in {count} of them."
    if not (np.isfinite(mine).all() and np.isfinite(theirs).all()):
        return ""
    if (mine == 0).all():
        return "Yours are 0 there."
    if mine.size > 1 and (mine == mine[0]).all():
        return f"Yours are all {mine[0]:.6g} there."
    if (mine > theirs).all():
        return "Yours are larger there."
    return "Yours are smaller there." if (mine < theirs).all() else ""


def _listed(word: str, numbers: Array) -> str:
    plural = {"entry": "entries"}.get(word, f"{word}s")
    return f"{word if len(numbers) == 1 else plural} {listed([str(int(number)) for number in numbers], 'and')}"
