"""What can be seen of wrong values where nothing explains them: where they differ, and in what."""

from __future__ import annotations

import numpy as np

from mlprep.grading.judging.compare import Array, as_array
from mlprep.grading.judging.model import Failure

_TELLING = ("Yours are NaN", "Yours are 0", "Yours are all")
_FEW = 4  # rows or entries that are listed one by one


def describe(failure: Failure) -> str:
    """A sentence or two that tell something of the difference; empty if it is only that all differ."""
    compared = _compared(failure)
    if compared is None:
        return ""
    got, want, near = compared
    said = [_where(near), _how(got, want, near)]
    tells = said[0].startswith("Only") or said[1].startswith(_TELLING)
    return " ".join(filter(None, said)) if tells else ""


def extent(failure: Failure) -> str:
    """How many entries differ; empty where the values are no arrays of one shape."""
    compared = _compared(failure)
    return "" if compared is None else _where(compared[2])


def _compared(failure: Failure) -> tuple[Array, Array, Array] | None:
    got, want = as_array(failure.detail.get("got")), as_array(failure.detail.get("want"))
    near = failure.detail.get("near")
    if got is None or want is None or got.shape != want.shape or got.ndim == 0 or got.size < 2:
        return None
    return got, want, near if near is not None and np.shape(near) == got.shape else np.asarray(got == want)


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
    return f"{entries.size} of {near.size} entries differ."


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
    said = [str(int(number)) for number in numbers]
    return f"{word} {said[0]}" if len(said) == 1 else f"{plural} {', '.join(said[:-1])} and {said[-1]}"
