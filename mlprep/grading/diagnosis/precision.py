"""The reading of results that are off by the rounding of float32, where nothing that was given is float32."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mlprep.grading.diagnosis import source_lines
from mlprep.grading.judging.compare import Array, as_array, leaves
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.model import Judged

# How far results in float32 are off, relative to the largest entry: it rounds by 6e-8, and sums add to that.
_ROUNDING = 2e-6
_SUMMED = 3e-5  # where the result itself is float32, so that there is no doubt


def read(failed: Sequence[Judged], source: Source) -> str | None:
    """A sentence on the code's use of float32, if every failing case is off by no more than that; else None."""
    if not failed or not all(_is_comparable(each) for each in failed):
        return None
    pairs = [_pair(each) for each in failed]
    is_float32 = all(got.dtype == np.float32 for got, _ in pairs)
    # A small result may be the difference of numbers near 1, but hardly in every case.
    most = max(_off(got, want, least=1.0) for got, want in pairs)
    if most > (_SUMMED if is_float32 else _ROUNDING) or min(_off(got, want) for got, want in pairs) > _SUMMED:
        return None
    line = source_lines.narrowing_line(source)
    if not is_float32 and not line:
        return None
    said = "Your result is float32." if is_float32 else "Nearly right."
    return f"{said} The error is as small as that of float32 rounding, so compute in float64. {line}".strip()


def _is_comparable(judged: Judged) -> bool:
    """Whether floats differ in their values alone, and float32 was not given."""
    if judged.failure is None or judged.failure.kind != "values":
        return False
    if any(array.dtype == np.float32 for array in leaves([judged.case.args, judged.case.kwargs])):
        return False
    got, want = as_array(judged.failure.detail.get("got")), as_array(judged.failure.detail.get("want"))
    return got is not None and want is not None and want.dtype.kind == "f" and got.shape == want.shape and got.size > 0


def _pair(judged: Judged) -> tuple[Array, Array]:
    """What came, and what was expected."""
    assert judged.failure is not None
    return np.asarray(judged.failure.detail["got"]), np.asarray(judged.failure.detail["want"])


def _off(got: Array, want: Array, least: float = 1e-12) -> float:
    """The largest error, relative to the largest entry. NaN is infinitely far off."""
    with np.errstate(all="ignore"):
        off = float(np.abs(got.astype(np.float64) - want).max())
        return off / max(least, float(np.abs(want).max())) if np.isfinite(off) else np.inf
