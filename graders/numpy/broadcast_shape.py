"""The rules of broadcasting on shapes alone: alignment, ones, zeros, scalars, shapes too large to exist."""

from itertools import zip_longest

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, must_not_call

HELPERS = ("broadcast_shapes", "broadcast", "broadcast_arrays", "broadcast_to", "nditer")
CHECKS = (equal(), must_not_call(*(f"numpy.{name}" for name in HELPERS)))

EQUIVALENT = {
    "broadcast_shape: swap reversed(a) and reversed(b) in zip_longest in `for (m, n) in zip_longest(…)` at "
    "`zip_longest(reversed(a), reversed(b), fillvalue=1)`": "the rule treats both shapes alike",
}


def cases(rng):
    yield Case("two scalars", (), ())
    yield Case("a scalar and a matrix", (), (2, 3))
    yield Case("a vector and a scalar", (4,), ())
    yield Case("two equal shapes", (2, 3), (2, 3))
    yield Case("a matrix and its row", (3, 4), (4,))
    yield Case("a column and a row", (3, 1), (1, 4))
    yield Case("a matrix and a vector of the wrong side", (3, 4), (3,))
    yield Case("a vector and a matrix whose first axis fits", (3,), (3, 4))
    yield Case("the first axes disagree", (2, 3), (4, 3))
    yield Case("2 and 4", (2,), (4,))
    yield Case("6 and 3", (5, 6), (1, 3))
    yield Case("0 and 1", (0,), (1,))
    yield Case("1 and 0", (2, 1), (2, 0))
    yield Case("0 and 0", (3, 0), (0,))
    yield Case("0 and 3", (0,), (3,))
    yield Case("2 and 0", (2, 2), (0, 2))
    yield Case("ones alone", (1, 1), (1, 1, 1))
    yield Case("four axes and two", (5, 1, 3, 1), (4, 1))
    m, n, k, p = (int(size) for size in rng.permutation(np.arange(2, 12))[:4])
    yield Case("lengths drawn afresh", (m, 1, k), (n, 1))
    yield Case("more lengths drawn afresh", (k, 1, p), (m, 1, n, 1))
    yield Case("a mismatch drawn afresh", (1, m, n), (p, k, n))
    a, b = _fitting(rng)
    yield Case("five axes, some of them one", a, b)
    yield Case("five axes, some cut off", a, b[int(rng.integers(1, 4)) :])
    yield Case("too large to allocate", (10**15, 1), (1, 5000))
    yield Case("thirty axes", (2, 1) * 15, (1, 3) * 15)


def _fitting(rng):
    full = rng.integers(0, 7, size=5)
    ones = rng.integers(0, 3, size=5)  # 0: the first shape has a one there, 1: the second has, 2: neither
    return tuple(np.where(ones == 0, 1, full).tolist()), tuple(np.where(ones == 1, 1, full).tolist())


def _pairs(a, b):
    return reversed(list(zip_longest(reversed(a), reversed(b), fillvalue=1)))


def _fits(m, n):
    return m == n or m == 1 or n == 1


@mistake("You align the shapes at their first axes. Broadcasting aligns them at the last: (3, 4) takes a "
         "(4,), not a (3,).")
def aligned_at_the_front(a, b):
    shape = []
    for m, n in zip_longest(a, b, fillvalue=1):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("You take the larger of the two lengths. With a 0 that goes wrong: 1 stretches to whatever it "
         "meets, so 0 with 1 gives 0.")
def the_larger_length(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not _fits(m, n):
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("You never check that the lengths fit. Two different lengths, neither of them 1, must raise "
         "ValueError.")
def nothing_checked(a, b):
    return tuple(n if m == 1 else m for m, n in _pairs(a, b))


@mistake("You take the larger length and never check that the two fit. Two different lengths, neither of "
         "them 1, must raise ValueError.")
def the_larger_unchecked(a, b):
    return tuple(max(m, n) for m, n in _pairs(a, b))


@mistake("You let a length of 0 meet any other. It is a length like the rest: only a 1 stretches to it, and "
         "0 with 3 raises ValueError.")
def zero_fits_everything(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not _fits(m, n) and m * n:
            raise ValueError
        shape.append(0 if 0 in (m, n) else max(m, n))
    return tuple(shape)


@mistake("You only reject lengths above 1 that differ, so 0 slips through. It is a length like the rest: 0 "
         "with 3 raises ValueError.")
def zero_unchecked(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and m > 1 and n > 1:
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("You only reject lengths above 1 that differ, and then take the larger, so 0 with 3 gives 3. A length of 0 "
         "is one like the rest: 0 with 3 raises ValueError.")
def zero_gives_way(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and m > 1 and n > 1:
            raise ValueError
        shape.append(0 if {m, n} <= {0, 1} and 0 in (m, n) else max(m, n))
    return tuple(shape)


@mistake("You reject 0 with 1. A length of 0 is legal, and 1 stretches to it: the result is 0.")
def zero_rejected(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not (m and n) and m != n or not _fits(m, n):
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("Your result ends where the shorter shape does. Its missing axes count as 1, so the longer shape's "
         "leading axes come through.")
def leading_axes_lost(a, b):
    shape = []
    for m, n in zip(reversed(a), reversed(b)):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(reversed(shape))


@mistake("You only let the second shape stretch. Broadcasting works both ways: either length may be the 1.")
def one_way_only(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and n != 1:
            raise ValueError
        shape.append(m)
    return tuple(shape)


@mistake("You let a length stretch to its multiples. Only 1 stretches: 2 and 4 do not fit.")
def multiples_fit(a, b):
    shape = []
    for m, n in _pairs(a, b):
        least, most = sorted((m, n))
        if m != n and least != 1 and (least == 0 or most % least):
            raise ValueError
        shape.append(n if m == 1 else m if n == 1 else most)
    return tuple(shape)


@mistake("Your result comes last axis first. You walked the shapes from the end; turn the result round.")
def not_turned_round(a, b):
    shape = []
    for m, n in zip_longest(reversed(a), reversed(b), fillvalue=1):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("You add arrays of the two shapes to see what comes out. Shapes may be too large to allocate; "
         "compare the lengths instead.")
def added_arrays(a, b):
    return (np.empty(a) + np.empty(b)).shape


@mistake("You let NumPy broadcast for you. The task is to apply the rule yourself.", kind="calls")
def numpy_does_it(a, b):
    return np.broadcast_shapes(a, b)


@alternative
def padded_lists(a, b):
    a, b = list(a), list(b)
    while len(a) < len(b):
        a.insert(0, 1)
    while len(b) < len(a):
        b.insert(0, 1)
    shape = []
    for m, n in zip(a, b):
        if m == 1:
            shape.append(n)
        elif n == 1 or m == n:
            shape.append(m)
        else:
            raise ValueError("no fit")
    return shape


@alternative
def by_arrays_of_lengths(a, b):
    ndim = max(len(a), len(b))
    m, n = np.ones(ndim, dtype=int), np.ones(ndim, dtype=int)
    m[ndim - len(a):], n[ndim - len(b):] = a, b
    if np.any((m != n) & (m != 1) & (n != 1)):
        raise ValueError("no fit")
    return tuple(np.where(m == 1, n, m))


@alternative
def by_recursion(a, b):
    if not a or not b:
        return tuple(a) or tuple(b)
    found = {a[-1], b[-1]} - {1} or {1}
    if len(found) > 1:
        raise ValueError("no fit")
    return by_recursion(a[:-1], b[:-1]) + (found.pop(),)
