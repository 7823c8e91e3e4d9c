"""Gini impurity: shares of labels, whatever the labels are, and nothing for an empty node."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("no labels", np.array([], dtype=int))
    yield Case("one label", np.array([4]))
    yield Case("a pure node", np.array([1, 1, 1]))
    yield Case("a pure node of zeros", np.array([0, 0]))
    yield Case("half and half", np.array([0, 1, 1, 0]))
    yield Case("three to one", np.array([0, 1, 0, 0]))
    yield Case("three classes", np.array([2, 0, 1, 2, 2, 0]))
    yield Case("gaps between labels", np.array([7, 3, 7, 7, 12]))
    yield Case("negative labels", np.array([-1, 2, -1, -5]))
    yield Case("huge labels", np.array([10**12, -(10**12), 10**12]))
    yield Case("huge labels, 1 apart", np.array([2**53, 2**53 + 1]))
    yield Case("all different", np.array([5, 3, 9, 0, 1]))
    yield Case("random, few labels", rng.integers(0, 3, size=11))
    yield Case("random, many labels", rng.integers(-4, 9, size=13))
    yield Case("300 of a label, 100 of two others", np.repeat([1, 257, -3], [300, 90, 10]))


def shares(y):
    return np.unique(y, return_counts=True)[1] / max(len(y), 1)


@mistake("For an empty y your formula gives 1, the most impure of all; a node without labels has impurity 0.")
def empty_is_impure(y):
    return 1 - np.sum(shares(y) ** 2)


@mistake("You divide by the number of labels even when there are none. An empty y has impurity 0; handle it "
         "first.")
def divides_by_zero(y):
    return 1 - sum(np.sum(y == label) ** 2 for label in np.unique(y)) / np.float64(len(y)) ** 2


@mistake("np.bincount needs labels from 0 on, and as much memory as the largest. Count the distinct values "
         "that occur instead (np.unique with return_counts).")
def bincount(y):
    if len(y) == 0:
        return 0.0
    return 1 - np.sum((np.bincount(y) / len(y)) ** 2)


@mistake("You return the sum of squared shares, which is the chance that two labels agree. Subtract it from "
         "1.")
def purity(y):
    return np.sum(shares(y) ** 2) if len(y) else 0.0


@mistake("You return 1 minus the largest share, which is the error of the majority label. Square and sum all "
         "shares.")
def error_rate(y):
    return 1 - np.max(shares(y)) if len(y) else 0.0


@mistake("You compute entropy. Gini impurity needs no logarithm: it is 1 minus the sum of squared shares.")
def entropy(y):
    return np.sum(shares(y) * np.log2(1 / shares(y)))


@mistake("You do not square the shares, and as they sum to 1 nothing is left. Square each one first.")
def not_squared(y):
    return 1 - np.sum(shares(y)) if len(y) else 0.0


@mistake("You use the shares of labels 0 and 1 alone. Labels may be any integers; sum over all that occur.")
def two_classes_only(y):
    return 1 - np.mean(y == 0) ** 2 - np.mean(y == 1) ** 2 if len(y) else 0.0


@mistake("You stop at 2p(1 - p) with p the share of one label, which holds for two labels only.")
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
