"""Every full window, stride apart, of contiguous and other vectors, and ValueError when none fits."""

import numpy as np
from numpy.lib.stride_tricks import as_strided

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)


def cases(rng):
    yield Case("one entry", np.array([7.0]), 1, 1)
    yield Case("size is the length", np.array([1.0, 2.0, 3.0]), 3, 1)
    yield Case("pairs of neighbours", np.array([1.0, 2.0, 4.0, 8.0]), 2, 1)
    yield Case("windows of one", np.array([1.0, 2.0, 4.0, 8.0]), 1, 1)
    yield Case("side by side", np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0]), 2, 2)
    yield Case("an entry left over", np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]), 3, 2)
    yield Case("entries left over", rng.normal(size=8), 3, 3)
    yield Case("a stride above the size", rng.normal(size=9), 2, 4)
    yield Case("a stride above the length", rng.normal(size=5), 3, 10)
    yield Case("as many windows as entries in one", rng.normal(size=5), 3, 1)
    yield Case("random entries", rng.normal(size=11), 4, 2)
    yield Case("the last window ends at the last entry", rng.normal(size=10), 4, 3)
    yield Case("size one above the length", np.array([1.0, 2.0, 3.0]), 4, 1)
    yield Case("size far above the length", np.array([1.0, 2.0]), 9, 2)
    yield Case("three hundred entries", np.arange(300.0), 3, 2).plain()
    yield Case("three hundred entries in a window", np.arange(302.0), 300, 1).plain()


@mistake("You lose the last window. The last start is len(x) - size, and range and arange exclude their "
         "end: add 1.")
def last_window_lost(x, size, stride):
    if size > len(x):
        raise ValueError
    starts = np.arange(0, len(x) - size, stride)
    return x[starts[:, None] + np.arange(size)]


@mistake("You ignore the stride: window i starts at entry i * stride.")
def stride_ignored(x, size, stride):
    if size > len(x):
        raise ValueError
    return x[np.arange(len(x) - size + 1)[:, None] + np.arange(size)]


@mistake("You apply the stride inside the windows. Entries of a window are neighbours; the stride lies "
         "between the windows' starts.")
def dilated(x, size, stride):
    reach = (size - 1) * stride + 1
    if size > len(x):
        raise ValueError
    return x[np.arange(max(len(x) - reach + 1, 0))[:, None] + np.arange(size) * stride]


@mistake("You keep the window that runs over the end. Only full windows count.")
def padded_last_window(x, size, stride):
    if size > len(x):
        raise ValueError
    starts = np.arange(0, len(x), stride)
    padded = np.concatenate([x, np.zeros(size)])
    return padded[starts[:, None] + np.arange(size)]


@mistake("A size above the length must raise ValueError; yours returns a result.")
def too_long_is_empty(x, size, stride):
    starts = np.arange(0, len(x) - size + 1, stride)
    return x[starts[:, None] + np.arange(size)]


@mistake("Your windows are columns. Each window should be a row: (m, size).")
def windows_as_columns(x, size, stride):
    if size > len(x):
        raise ValueError
    return x[np.arange(size)[:, None] + np.arange(0, len(x) - size + 1, stride)]


@mistake("as_strided with x.itemsize reads the wrong entries when x is itself a slice with a step. Use "
         "x.strides[0].")
def itemsize_as_stride(x, size, stride):
    if size > len(x):
        raise ValueError
    m = (len(x) - size) // stride + 1
    return as_strided(x, (m, size), (stride * x.itemsize, x.itemsize)).copy()


@mistake("You place the windows side by side, size entries apart. They lie stride entries apart.")
def size_as_stride(x, size, stride):
    if size > len(x):
        raise ValueError
    m = (len(x) - size) // size + 1
    return x[: m * size].reshape(m, size)


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
