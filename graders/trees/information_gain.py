"""Information gain: weighted by the samples, in bits, and 0 when a side is empty."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one sample", np.array([1]), np.array([True]))
    yield Case("two samples told apart", np.array([0, 1]), np.array([False, True]))
    yield Case("nothing on the left", np.array([0, 1, 1]), np.array([False, False, False]))
    yield Case("nothing on the right", np.array([0, 1, 1]), np.array([True, True, True]))
    yield Case("a perfect split", np.array([2, 0, 2, 0, 2]), np.array([True, False, True, False, True]))
    yield Case("a useless split", np.array([0, 1, 0, 1]), np.array([True, True, False, False]))
    yield Case("one sample aside", np.array([0, 0, 1, 1]), np.array([True, False, False, False]))
    yield Case("three aside, one stays", np.array([0, 1, 1, 1]), np.array([True, True, False, True]))
    yield Case("a pure node", np.array([3, 3, 3]), np.array([True, False, False]))
    yield Case("three classes", np.array([0, 0, 1, 5, 5, 1, 0]), np.array([1, 1, 0, 0, 0, 1, 0], dtype=bool))
    yield Case("more on the left", *drawn(rng, 9, 7))
    yield Case("more on the right", *drawn(rng, 11, 3))
    yield Case("many classes", rng.integers(0, 9, size=12), rng.permutation(np.arange(12) < 5))
    y, left = np.repeat([1, 257, 1, 0, 257], [290, 30, 60, 8, 40]), np.repeat([True, False], [320, 108])
    yield Case("290 of a label on the left", y, left)
    yield Case("a small gain", np.array([0] * 16 + [1] * 16 + [0] * 17 + [1] * 15), np.arange(64) < 32)


def drawn(rng, n, n_left):
    """Labels of three kinds, in any order, n_left of them on the left, and both sides mixed."""
    left = rng.permutation(np.arange(n) < n_left)
    y = rng.integers(0, 3, size=n)
    y[np.flatnonzero(left)[:2]] = [0, 1]
    y[np.flatnonzero(~left)[:2]] = [1, 2]
    return y, left


def entropy(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1)
    return np.sum(p * np.log2(1 / p))


@mistake("You average the two sides' entropies as if they were equally large. Weigh each by its share of the "
         "samples.")
def unweighted(y, left):
    return entropy(y) - (entropy(y[left]) + entropy(y[~left])) / 2


@mistake("You subtract the sides' entropies unweighted. Multiply each by its share of the samples.")
def added_up(y, left):
    return entropy(y) - entropy(y[left]) - entropy(y[~left])


@mistake("You have the weights crosswise: the left side's entropy belongs to the share of samples on the "
         "left.")
def weights_crosswise(y, left):
    share = np.mean(left)
    return entropy(y) - (1 - share) * entropy(y[left]) - share * entropy(y[~left])


@mistake("You return the entropy that is left after the split. The gain is the entropy of y minus that.")
def entropy_after(y, left):
    share = np.mean(left)
    return share * entropy(y[left]) + (1 - share) * entropy(y[~left])


@mistake("You measure impurity with Gini. Information gain is a difference of entropies, with log2.")
def gini_gain(y, left):
    def gini(labels):
        p = np.unique(labels, return_counts=True)[1] / max(len(labels), 1)
        return np.sum(p * (1 - p))

    share = np.mean(left)
    return gini(y) - share * gini(y[left]) - (1 - share) * gini(y[~left])


@mistake("You use the natural logarithm. The gain is asked for in bits: np.log2.")
def nats(y, left):
    share = np.mean(left)
    return np.log(2) * (entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left]))


@mistake("The entropy of an empty side comes out as NaN, and with it the gain. No labels have entropy 0.")
def empty_side_is_nan(y, left):
    def of(labels):
        p = np.array([np.mean(labels == k) for k in np.unique(y)])
        return np.sum(np.where(p > 0, -p * np.log2(np.where(p > 0, p, 1)), 0)) if len(labels) else np.nan

    share = np.mean(left)
    return of(y) - share * of(y[left]) - (1 - share) * of(y[~left])


@mistake("You divide the gain by the entropy of the split, which is C4.5's gain ratio. The gain itself is "
         "asked for.")
def gain_ratio(y, left):
    share = np.mean(left)
    gain = entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])
    return gain / entropy(left) if 0 < share < 1 else 0.0


@alternative
def as_mutual_information(y, left):
    joint = np.array([[np.mean((y == k) & (left == side)) for k in np.unique(y)] for side in (True, False)])
    product = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0)
    inside = joint > 0
    return float((joint[inside] * np.log2(joint[inside] / product[inside])).sum())


@alternative
def in_plain_python(y, left):
    from math import log2

    def bits(labels):
        shares = [labels.count(k) / len(labels) for k in set(labels)]
        return -sum(p * log2(p) for p in shares)

    sides = [[k for k, goes in zip(y.tolist(), left.tolist()) if goes is side] for side in (True, False)]
    return bits(y.tolist()) - sum(len(side) / len(y) * bits(side) for side in sides)
