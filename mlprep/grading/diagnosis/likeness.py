"""When two arrays of one shape are the same but for rounding, and what else the readings of wrong values share."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlprep.grading.judging.compare import Array

# Every way to read one pair: a key, one of which must occur in all cases, and a sentence.
Readings = Iterator[tuple[str, str]]


def near(got: Array, want: Array) -> bool:
    """As np.allclose, with less ado: it is asked a thousand times."""
    size = np.abs(want)
    return bool((np.abs(got - want) <= 1e-6 * size + 1e-8 * max(1e-9, float(size.max()))).all())


def broadcasts_to(small: tuple[int, ...], large: tuple[int, ...]) -> bool:
    """Whether the one shape can be stretched to the other."""
    tail = large[max(len(large) - len(small), 0) :]
    return len(small) <= len(large) and all(mine in (1, theirs) for mine, theirs in zip(small, tail, strict=True))
