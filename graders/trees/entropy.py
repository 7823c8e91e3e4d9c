"""Entropy: base 2, over the labels that occur, and a clean zero for pure and empty nodes."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, holds, mistake


def not_minus_zero(case, got, want):
    return not (len(case.args[0]) > 0 and got == 0 and np.signbit(np.asarray(got, dtype=float)))


CHECKS = (close(), holds("a pure node's entropy is 0, not -0.0", not_minus_zero))


def cases(rng):
    yield Case("no labels", np.array([], dtype=int))
    yield Case("one label", np.array([0]))
    yield Case("a pure node", np.array([3, 3, 3]))
    yield Case("half and half", np.array([0, 1, 1, 0]))
    yield Case("three to one", np.array([0, 1, 0, 0]))
    yield Case("three classes", np.array([2, 0, 1, 2, 2, 0]))
    yield Case("label 0 does not occur", np.array([1, 2, 1, 1, 2]))
    yield Case("gaps between labels", np.array([7, 3, 7, 7, 12, 0]))
    yield Case("all different", np.array([5, 3, 4, 0, 1]))
    yield Case("random, few labels", rng.integers(0, 3, size=11))
    yield Case("random, many labels", rng.integers(0, 12, size=13))
    yield Case("300 of a label, 100 of two others", np.repeat([1, 257, 0], [300, 90, 10]))


def shares(y):
    return np.unique(y, return_counts=True)[1] / max(len(y), 1)


@mistake("A pure node comes out as -0.0: the sum is 0 and the minus sign stands in front of it. Put the sign "
         "inside, as log2(1 / p), or add 0.0.")
def minus_zero(y):
    return -np.sum(shares(y) * np.log2(shares(y)))


@mistake("Labels that do not occur have a share of 0, and 0 · log2(0) is NaN. Sum over the labels that occur "
         "alone.")
def zero_times_infinity(y):
    if len(y) == 0:
        return 0.0
    p = np.bincount(y) / len(y)
    return 0.0 - np.sum(p * np.log2(p))


@mistake("You use the natural logarithm, which gives nats. The task asks for bits: np.log2.")
def nats(y):
    return np.sum(shares(y) * np.log(1 / shares(y)))


@mistake("You compute Gini impurity. Entropy weighs each share with the logarithm of its reciprocal.")
def gini(y):
    return np.sum(shares(y) * (1 - shares(y)))


@mistake("You sum the logarithms without weighing them: each log2(1 / p) is multiplied by its share p.")
def not_weighed(y):
    return np.sum(np.log2(1 / shares(y)))


@mistake("You average p log2(1 / p) over the classes; the shares are the weights already, so take the sum.")
def mean_over_classes(y):
    return np.mean(shares(y) * np.log2(1 / shares(y))) if len(y) else 0.0


@mistake("The sign is missing: the logarithm of a share is negative, and entropy is not.")
def negative(y):
    return np.sum(shares(y) * np.log2(shares(y)))


@mistake("You treat y as 0 and 1 only, with one share p. Labels are any integers from 0: use the share of "
         "each.")
def binary_only(y):
    p = np.mean(y == 1) if len(y) else 0.0
    return sum((share * np.log2(1 / share) for share in (p, 1 - p) if share > 0), 0.0)


@mistake("np.mean and division by len(y) give NaN for an empty y, which should have entropy 0. Handle it "
         "first.")
def empty_is_nan(y):
    total = np.float64(len(y))
    return sum((np.sum(y == k) / total * np.log2(total / np.sum(y == k)) for k in set(y.tolist())), 0.0 / total)


@alternative
def masked_bincount(y):
    counts = np.bincount(y)
    p = counts[counts > 0] / max(1, y.size)
    return abs(-(p * np.log2(p)).sum())


@alternative
def by_counts_alone(y):
    import math
    from collections import Counter

    n = len(y)
    if n == 0:
        return 0
    return max(0.0, math.log2(n) - sum(c * math.log2(c) for c in Counter(y.tolist()).values()) / n)
