"""Gini impurity: shares of labels, whatever the labels are, and 0 for an empty node."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, crashes_over, mistake, uses


def cases(rng):
    yield Case("one label", np.array([4]))
    yield Case("a pure node", np.array([1, 1, 1]))
    yield Case("a pure node of zeros", np.array([0, 0]))
    yield Case("half and half", np.array([0, 1, 1, 0]))
    yield Case("three to one", np.array([0, 1, 0, 0]))
    yield Case("three classes", np.array([2, 0, 1, 2, 2, 0]))
    yield Case("all different", np.array([5, 3, 2, 0, 1, 4]))
    yield Case("random, few labels", rng.integers(0, 3, size=11))
    yield Case("random, many labels", rng.integers(0, 9, size=23))
    yield Case("300 of a label, 100 of two others", np.repeat([1, 2, 0], [300, 90, 10]))
    yield Case("gaps between labels", np.array([7, 3, 7, 7, 12])).edge("any integers")
    yield Case("negative labels", np.array([-1, 2, -1, -5])).edge("any integers")
    yield Case("opposite labels", np.array([3, -3, 3, 0])).edge("any integers")
    yield Case("random, of both signs", rng.integers(-4, 9, size=13)).edge("any integers")
    yield Case("300 of a label, 100 with gaps", np.repeat([1, 257, -3], [300, 90, 10])).edge("any integers")
    yield Case("huge labels", np.array([10**12, -(10**12), 10**12])).edge("any integers")
    yield Case("huge labels, 1 apart", np.array([2**53, 2**53 + 1])).edge("any integers")
    yield Case("labels of int8", np.array([-128, 127, 127, 0, -128, 127], dtype=np.int8)).edge("any integers")
    yield Case("labels of uint8", np.array([255, 0, 255, 1], dtype=np.uint8)).edge("any integers")
    yield Case("no labels", np.array([], dtype=int)).edge("no labels")


def shares(y):
    return np.unique(y, return_counts=True)[1] / max(len(y), 1)


@mistake("For an empty y your formula gives 1. A node without labels has impurity 0, so return 0 for it first.")
def empty_is_impure(y):
    return 1 - np.sum(shares(y) ** 2)


@mistake("For an empty y you divide 0 by 0, which gives NaN. Return 0 for it first.")
def divides_by_zero(y):
    return 1 - sum(np.sum(y == label) ** 2 for label in np.unique(y)) / np.float64(len(y)) ** 2


@mistake("For an empty y you divide by its length, 0. Return 0 for it first.")
def divides_by_length_zero(y):
    return 1 - sum((y.tolist().count(label) / len(y)) ** 2 for label in set(y.tolist())) - 0 / len(y)


@mistake("np.bincount needs labels from 0 on. Count the distinct values that occur instead (np.unique with "
         "return_counts).", when=uses("np.bincount"), constants={"guarded": (True, False)})
def bincount(y, *, guarded=True):
    if guarded and len(y) == 0:
        return 0.0
    return 1 - np.sum((np.bincount(y) / len(y)) ** 2)


@mistake("You count every integer from the smallest label to the largest, which takes too much memory when labels are "
         "far apart. Count only the values that occur (np.unique with return_counts).",
         kind="crashed", when=both(uses("np.bincount", "np.zeros"), crashes_over("memory")))
def every_integer_counted(y):
    return 1 - np.sum((np.bincount(y - y.min()) / len(y)) ** 2) if len(y) else 0.0


@mistake("You convert the labels to floats, which merges large labels that are close to each other. Compare them as "
         "integers.", constants={"kind": ("float32", "float64")})
def labels_as_floats(y, *, kind="float32"):
    p = shares(y.astype(kind))
    return np.sum(p * (1 - p))


@mistake("You count runs of equal neighbors, which splits a label that occurs in several places. Sort first, or use "
         "np.unique with return_counts.")
def runs_without_sorting(y):
    from itertools import groupby

    return 1 - sum((len(list(run)) / len(y)) ** 2 for _, run in groupby(y.tolist())) if len(y) else 0.0


@mistake("You draw the two labels without replacement, which makes the result n / (n - 1) times too large. Draw with "
         "replacement: 1 minus the sum of the squared shares.")
def without_replacement(y):
    n = len(y)
    return (1 - np.sum(shares(y) ** 2)) * n / (n - 1) if n > 1 else 0.0


@mistake("You return the sum of the squared shares, which is the chance that two labels agree. Subtract it from 1.")
def purity(y):
    return np.sum(shares(y) ** 2) if len(y) else 0.0


@mistake("You return 1 minus the largest share, which is the error of the majority label. Square and sum all shares.")
def error_rate(y):
    return 1 - np.max(shares(y)) if len(y) else 0.0


@mistake("You compute entropy. Gini impurity needs no logarithm: it is 1 minus the sum of the squared shares.")
def entropy(y):
    return np.sum(shares(y) * np.log2(1 / shares(y)))


@mistake("You do not square the shares, so the result is 1 minus 1. Square each one first.")
def not_squared(y):
    return 1 - np.sum(shares(y)) if len(y) else 0.0


@mistake("You use the shares of labels 0 and 1 only. Labels may be any integers, so sum over all that occur.")
def two_classes_only(y):
    return 1 - np.mean(y == 0) ** 2 - np.mean(y == 1) ** 2 if len(y) else 0.0


@mistake("You stop at 2 p (1 - p), with p the share of one label. That holds for two labels only, so sum over all.")
def one_against_the_rest(y):
    p = np.mean(y == np.max(y)) if len(y) else 0.0
    return 2 * p * (1 - p)


@alternative
def with_a_counter(y):
    from collections import Counter

    if y.size == 0:
        return 0
    return 1.0 - sum((count / y.size) ** 2 for count in Counter(y.tolist()).values())


@alternative
def over_all_pairs(y):
    return np.mean(y[:, None] != y[None, :]) if len(y) > 0 else 0.0
