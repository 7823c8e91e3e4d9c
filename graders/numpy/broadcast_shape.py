"""The rules of broadcasting on shapes alone: alignment, ones, zeros, scalars, shapes too large to exist."""

from itertools import zip_longest

import numpy as np

from mlprep.grading.api import Case, Failure, alternative, equal, mistake, must_not_call, says, uses

HELPERS = ("broadcast_shapes", "broadcast", "broadcast_arrays", "broadcast_to", "nditer")


class a_shape(equal):
    """Equal, and told of the shape as a whole: its lengths are not separate results."""

    def __call__(self, case, got, want):
        failure = super().__call__(case, got, want)
        if failure is None or failure.kind not in ("values", "shape") or not isinstance(got.value, list | tuple):
            return failure
        if len(got.value) != len(want.value):
            return Failure("shape", f"Your result has length {len(got.value)}; the shape has {len(want.value)} axes.")
        return Failure("values", "The result is wrong.", {"got": np.array(got.value), "want": np.array(want.value)})


CHECKS = (a_shape(), must_not_call(*(f"numpy.{name}" for name in HELPERS)))

EQUIVALENT = {
    "broadcast_shape: swap reversed(a) and reversed(b) in zip_longest in `for (m, n) in zip_longest(…)` at "
    "`zip_longest(reversed(a), reversed(b), fillvalue=1)`": "the rule treats both shapes alike",
}


def cases(rng):
    yield Case("two equal shapes", (2, 3), (2, 3))
    yield Case("a column and a row", (3, 1), (1, 4))
    yield Case("a matrix and its row", (3, 4), (4,))
    yield Case("a row and its matrix", (4,), (3, 4))
    yield Case("a square and a vector of one entry", (3, 3), (1,))
    yield Case("ones alone", (1, 1), (1, 1, 1))
    yield Case("four axes and two", (5, 1, 3, 1), (4, 1))
    m, n, k, p = (int(size) for size in rng.permutation(np.arange(2, 12))[:4])
    yield Case("random lengths", (m, 1, k), (n, 1))
    yield Case("more random lengths", (k, 1, p), (m, 1, n, 1))
    a, b = _fitting(rng)
    yield Case("five axes, some of them 1", a, b)
    yield Case("five axes, some left out", a, b[int(rng.integers(1, 4)) :])
    yield Case("a matrix and a vector of the wrong side", (3, 4), (3,)).edge("mismatches")
    yield Case("a vector and a matrix whose first axis fits", (3,), (3, 4)).edge("mismatches")
    yield Case("the first axes disagree", (2, 3), (4, 3)).edge("mismatches")
    yield Case("2 and 4", (2,), (4,)).edge("mismatches")
    yield Case("6 and 3", (5, 6), (1, 3)).edge("mismatches")
    yield Case("a random mismatch", (1, m, n), (p, k, n)).edge("mismatches")
    yield Case("two scalars", (), ()).edge("scalars")
    yield Case("a scalar and a matrix", (), (2, 3)).edge("scalars")
    yield Case("a vector and a scalar", (4,), ()).edge("scalars")
    yield Case("0 and 1", (0,), (1,)).edge("lengths of 0")
    yield Case("1 and 0", (2, 1), (2, 0)).edge("lengths of 0")
    yield Case("0 and 0", (3, 0), (0,)).edge("lengths of 0")
    yield Case("0 and 3", (0,), (3,)).edge("lengths of 0")
    yield Case("2 and 0", (2, 2), (0, 2)).edge("lengths of 0")
    yield Case("too large to allocate", (10**15, 1), (1, 5000)).edge("huge shapes")
    yield Case("even an empty array of this shape is too large", (10**15, 1), (1, 10**15)).edge("huge shapes")
    yield Case("thirty axes", (2, 1) * 15, (1, 3) * 15).edge("huge shapes")


def _fitting(rng):
    full = rng.integers(2, 7, size=5)
    ones = rng.integers(0, 3, size=5)  # 0: the first shape has a one there, 1: the second has, 2: neither
    return tuple(np.where(ones == 0, 1, full).tolist()), tuple(np.where(ones == 1, 1, full).tolist())


def _pairs(a, b):
    return reversed(list(zip_longest(reversed(a), reversed(b), fillvalue=1)))


def _fits(m, n):
    return m == n or m == 1 or n == 1


@mistake("You align the shapes at their first axes. Align them at the last: (3, 4) fits (4,), not (3,).")
def aligned_at_the_front(a, b):
    shape = []
    for m, n in zip_longest(a, b, fillvalue=1):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("You align the shapes at their first axes, and 0 with 1 gives 1 in your code. Align them at the last axes, "
         "and return the length that is not 1.")
def aligned_at_the_front_larger(a, b):
    shape = []
    for m, n in zip_longest(a, b, fillvalue=1):
        if not _fits(m, n):
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("0 with 1 gives 1 in your code. A length of 1 also stretches to 0, so return the length that is not 1.")
def the_larger_length(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not _fits(m, n):
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("You never check that the lengths fit. Raise ValueError for two different lengths if neither is 1.")
def nothing_checked(a, b):
    return tuple(n if m == 1 else m for m, n in _pairs(a, b))


@mistake("You take the larger length and never check that the two fit. Raise ValueError for two different lengths if "
         "neither is 1, and let 0 with 1 give 0.")
def the_larger_unchecked(a, b):
    return tuple(max(m, n) for m, n in _pairs(a, b))


@mistake("You return None where the shapes do not fit. Raise ValueError.")
def none_for_a_mismatch(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not _fits(m, n):
            return None
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("Shapes that do not fit must raise ValueError. Raise it yourself where you find the mismatch.",
         kind="crashed", when=says("must raise ValueError. Your function raised"))
def another_exception(a, b):
    shape = []
    for m, n in _pairs(a, b):
        assert _fits(m, n)
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("In your code a 0 fits every length. Only 1 stretches, so 0 with 3 must raise ValueError.")
def zero_fits_everything(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not _fits(m, n) and m * n:
            raise ValueError
        shape.append(0 if 0 in (m, n) else max(m, n))
    return tuple(shape)


@mistake("You only reject different lengths if both are above 1, so 0 slips through. 0 with 3 must raise ValueError.")
def zero_unchecked(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and m > 1 and n > 1:
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


@mistake("0 with 3 gives 3 in your code. Only 1 stretches, so 0 with 3 must raise ValueError.")
def zero_gives_way(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and m > 1 and n > 1:
            raise ValueError
        shape.append(0 if {m, n} <= {0, 1} and 0 in (m, n) else max(m, n))
    return tuple(shape)


@mistake("0 with 1 gives 1 in your code, and 0 with 3 gives 3. A length of 0 is like any other: 0 with 1 gives 0, and "
         "0 with 3 must raise ValueError.")
def zero_always_gives_way(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and m > 1 and n > 1:
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("You reject 0 with 1. A length of 1 stretches to 0 as to any other length, so the result is 0.")
def zero_rejected(a, b):
    shape = []
    for m, n in _pairs(a, b):
        if not (m and n) and m != n or not _fits(m, n):
            raise ValueError
        shape.append(max(m, n))
    return tuple(shape)


@mistake("Your result ends where the shorter shape does. Its missing axes count as 1, so keep the longer shape's "
         "leading axes.")
def leading_axes_lost(a, b):
    shape = []
    for m, n in zip(reversed(a), reversed(b)):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(reversed(shape))


@mistake("Where {short} is the shorter shape, you lose the other one's leading axes. Pad whichever is shorter.",
         constants={"short": ("a", "b")})
def one_side_padded(a, b, *, short):
    if short == "a":
        b = (1,) * (len(a) - len(b)) + tuple(b)
    else:
        a = (1,) * (len(b) - len(a)) + tuple(a)
    return leading_axes_lost(a, b)


@mistake("A scalar's shape wipes out the other shape in your code. () with any shape gives that shape.")
def scalar_wins(a, b):
    return tuple(n if m == 1 else m for m, n in _checked(a, b)) if a and b else ()


def _checked(a, b):
    pairs = list(_pairs(a, b))
    if not all(_fits(m, n) for m, n in pairs):
        raise ValueError
    return pairs


@mistake("You only let {one} stretch. Broadcasting works both ways: either length may be the 1.",
         constants={"one": ("b", "a")})
def one_way_only(a, b, *, one):
    shape = []
    for m, n in _pairs(a, b):
        if m != n and (n if one == "b" else m) != 1:
            raise ValueError
        shape.append(m if one == "b" else n)
    return tuple(shape)


@mistake("You only let b stretch. Broadcasting works both ways: either length may be the 1.")
def one_way_only_on_shared_axes(a, b):
    shape = []
    for m, n in reversed(list(zip_longest(reversed(a), reversed(b)))):
        if None not in (m, n) and m != n and n != 1:
            raise ValueError
        shape.append(n if m is None else m)
    return tuple(shape)


@mistake("You let a length stretch to its multiples. Only 1 stretches: 2 and 4 do not fit.")
def multiples_fit(a, b):
    shape = []
    for m, n in _pairs(a, b):
        least, most = sorted((m, n))
        if not _fits(m, n) and (least == 0 or most % least):
            raise ValueError
        shape.append(most if least else 0)
    return tuple(shape)


@mistake("Your result comes last axis first. Reverse it.")
def not_reversed(a, b):
    shape = []
    for m, n in zip_longest(reversed(a), reversed(b), fillvalue=1):
        if not _fits(m, n):
            raise ValueError
        shape.append(n if m == 1 else m)
    return tuple(shape)


def _is_too_large(source, failure):
    said = "" if failure is None else failure.reason
    return any(text in said for text in ("MemoryError", "too big", "too large", "dimension exceeded"))


@mistake("You make arrays of these shapes to see the result. The shapes may be too large for that, so compare the "
         "lengths instead.", kind="crashed", when=_is_too_large)
def added_arrays(a, b):
    return (np.empty(a) + np.empty(b)).shape


@mistake("np.nditer broadcasts for you. Apply the rule yourself.", kind="crashed", when=uses("np.nditer"))
def numpys_iterator(a, b):
    return np.nditer([np.zeros(a), np.zeros(b)], flags=["zerosize_ok", "multi_index"]).shape


@mistake("You let NumPy broadcast for you. Apply the rule yourself.", kind="calls", when=says("was called"))
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
