"""Broadcasting from the last axis backwards, one pair of lengths at a time.

Missing leading axes behave exactly like axes of length 1. So pad the shorter shape with ones, and one rule covers
every axis. Taking the larger length looks equivalent but is not: 1 stretches down to 0 as well as up to 5.

O(number of axes) time; no array is allocated.
"""

from itertools import zip_longest


def broadcast_shape(a, b):
    """The shape of ``x + y`` for x of shape ``a`` and y of shape ``b``; ValueError if they do not fit."""
    shape = []
    for m, n in zip_longest(reversed(a), reversed(b), fillvalue=1):  # last axes first
        if m != n and m != 1 and n != 1:
            raise ValueError(f"shapes {a} and {b} do not broadcast: {m} meets {n}")
        shape.append(n if m == 1 else m)
    return tuple(reversed(shape))


# What an interviewer asks next
#
# Does broadcasting copy? No. A stretched axis has stride 0: the same number is read again and again. Only
# the result of the operation is allocated, and that can be large: (n, 1) with (1, n) makes n² entries.
#
# Why is (3, 4) + (3,) an error, and how is it fixed? Shapes align at the end, so 3 meets 4. To add one
# number to each row, write v[:, None], of shape (3, 1).
#
# When does broadcasting hide a bug? A y of shape (n,) minus a prediction of shape (n, 1) is (n, n), and its
# mean is a plausible loss. Assert the shapes.
#
# How would you extend it to any number of shapes? Fold: the rule is associative, and () is its identity
# element.
