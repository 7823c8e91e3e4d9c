"""Every full window, stride apart, of contiguous and other vectors, and ValueError when none fits."""

import numpy as np
from numpy.lib.stride_tricks import as_strided

from mlprep.grading.api import Case, alternative, equal, mistake, says, uses

CHECKS = (equal(),)


def cases(rng):
    yield Case("pairs of neighbors", np.array([1.0, 2.0, 4.0, 8.0]), 2, 1)
    yield Case("windows of one", np.array([1.0, 2.0, 4.0, 8.0]), 1, 1)
    yield Case("side by side", np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0]), 2, 2)
    yield Case("an entry left over", np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0]), 3, 2)
    yield Case("entries left over", rng.normal(size=8), 3, 3)
    yield Case("as many windows as entries in one", rng.normal(size=5), 3, 1)
    yield Case("random entries", rng.normal(size=11), 4, 2)
    yield Case("the last window ends at the last entry", rng.normal(size=10), 4, 3)
    yield Case("three hundred entries", np.arange(300.0), 3, 2).plain()
    yield Case("three hundred entries in a window", np.arange(302.0), 300, 1).plain()
    yield Case("one entry", np.array([7.0]), 1, 1).edge("size = length")
    yield Case("a window of all three", np.array([1.0, 2.0, 3.0]), 3, 1).edge("size = length")
    yield Case("a stride of 2, and one window", rng.normal(size=5), 5, 2).edge("size = length")
    yield Case("a stride above the size", rng.normal(size=9), 2, 4).edge("large strides")
    yield Case("a stride above the length", rng.normal(size=5), 3, 10).edge("large strides")
    yield Case("size one above the length", np.array([1.0, 2.0, 3.0]), 4, 1).edge("size above the length")
    yield Case("size far above the length", np.array([1.0, 2.0]), 9, 2).edge("size above the length")
    yield Case("a stride above both", np.array([1.0, 2.0, 3.0]), 5, 7).edge("size above the length")


def _table(x, starts, size):
    return x[np.asarray(starts, dtype=int)[:, None] + np.arange(size)]


@mistake("You lose the last window. The last start is len(x) - size, and range and arange exclude their end, so add 1.")
def last_window_lost(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(x, np.arange(0, len(x) - size, stride), size)


@mistake("You lose the last window. The last start is len(x) - size, and range and arange exclude their end, so add 1.")
def last_slice_lost(x, size, stride):
    return np.array([x[start : start + size] for start in range(0, len(x) - size, stride)])


@mistake("You lose the last window unless it is the only one. The last start is len(x) - size, and range and arange "
         "exclude their end, so add 1.")
def last_window_lost_unless_alone(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(x, np.arange(0, max(len(x) - size, 1), stride), size)


@mistake("You ignore the stride. Window i starts at entry i * stride.")
def stride_ignored(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(x, np.arange(len(x) - size + 1), size)


@mistake("You apply the stride inside the windows. The entries of a window are neighbors; the stride is the distance "
         "from one window's start to the next.")
def dilated(x, size, stride):
    reach = (size - 1) * stride + 1
    if size > len(x):
        raise ValueError
    return x[np.arange(max(len(x) - reach + 1, 0))[:, None] + np.arange(size) * stride]


@mistake("You keep a window that runs past the end. Only full windows count.")
def padded_windows(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(np.concatenate([x, np.zeros(size)]), np.arange(0, len(x), stride), size)


@mistake("You keep a window that runs past the end. Only full windows count: round the number of windows down.")
def padded_last_window(x, size, stride):
    if size > len(x):
        raise ValueError
    m = -(-(len(x) - size) // stride) + 1
    return _table(np.concatenate([x, np.zeros(stride)]), np.arange(m) * stride, size)


@mistake("You keep windows that run past the end and are shorter. Only full windows count.")
def shorter_windows(x, size, stride):
    if size > len(x):
        raise ValueError
    return [x[start : start + size] for start in range(0, len(x), stride)]


@mistake("You return nothing, without an error, where no window fits. A size above the length raises ValueError.")
def too_long_is_empty(x, size, stride):
    return _table(x, np.arange(0, len(x) - size + 1, stride), size)


@mistake("You return nothing, without an error, where no window fits. A size above the length raises ValueError.")
def too_long_is_an_empty_list(x, size, stride):
    return np.array([x[start : start + size] for start in range(0, len(x) - size + 1, stride)])


@mistake("Where no window fits, your number of windows may be 0 instead of negative. Compare size with len(x), and "
         "raise ValueError.")
def only_negative_counts_raise(x, size, stride):
    m = (len(x) - size) // stride + 1
    if m < 0:
        raise ValueError
    return _table(x, np.arange(m) * stride, size)


@mistake("A size above the length must raise ValueError. Check it first, and raise it yourself.",
         kind="crashed", when=says("must raise ValueError. Your function raised"))
def another_exception(x, size, stride):
    if size > len(x):
        raise IndexError("size > length")
    return _table(x, np.arange(0, len(x) - size + 1, stride), size)


@mistake("You reject a size that equals the length. One window fits then.")
def full_length_refused(x, size, stride):
    if size >= len(x):
        raise ValueError
    return _table(x, np.arange(0, len(x) - size + 1, stride), size)


@mistake("Your windows are columns. Each window should be a row, so that the result is (m, size).")
def windows_as_columns(x, size, stride):
    if size > len(x):
        raise ValueError
    return x[np.arange(size)[:, None] + np.arange(0, len(x) - size + 1, stride)]


@mistake("as_strided with x.itemsize reads the wrong entries when x is itself a slice with a step. Use x.strides[0].",
         when=uses("as_strided"))
def itemsize_as_stride(x, size, stride):
    if size > len(x):
        raise ValueError
    m = (len(x) - size) // stride + 1
    return as_strided(x, (m, size), (stride * x.itemsize, x.itemsize)).copy()


@mistake("Your windows start size entries apart. Start them stride entries apart.")
def size_as_stride(x, size, stride):
    if size > len(x):
        raise ValueError
    m = (len(x) - size) // size + 1
    return x[: m * size].reshape(m, size)


@mistake("Your windows never overlap. Their starts are stride entries apart, also where that is less than the size.")
def no_overlap(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(x, np.arange(0, len(x) - size + 1, max(size, stride)), size)


@mistake("Your windows never start more than size entries apart. Where the stride is larger, skip entries.")
def no_gaps(x, size, stride):
    if size > len(x):
        raise ValueError
    return _table(x, np.arange(0, len(x) - size + 1, min(size, stride)), size)


@alternative
def plain_loop(x, size, stride):
    if size > len(x):
        raise ValueError("too long")
    return [x[start : start + size] for start in range(0, len(x) - size + 1, stride)]


@alternative
def numpys_view(x, size, stride):
    return np.lib.stride_tricks.sliding_window_view(x, size)[::stride]


@alternative
def strided_view(x, size, stride):
    m = (len(x) - size) // stride + 1
    if m < 1:
        raise ValueError("too long")
    step = x.strides[0]
    return as_strided(x, (m, size), (stride * step, step), writeable=False)
