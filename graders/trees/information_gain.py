"""Information gain: weighted by the samples, in bits, and 0 when a side is empty."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("a perfect split", np.array([2, 0, 2, 0, 1]), np.array([True, False, True, False, True]))
    yield Case("a useless split", np.array([0, 1, 0, 1]), np.array([True, True, False, False]))
    yield Case("two aside, both of label 0", np.array([0, 0, 1, 1, 0, 1]), np.arange(6) < 2)
    yield Case("a pure node", np.array([0, 0, 0, 0]), np.array([True, False, True, False]))
    yield Case("more on the left", *drawn(rng, 9, 7))
    yield Case("more on the right", *drawn(rng, 11, 3))
    yield Case("many classes", rng.permutation(np.arange(24) % 9), rng.permutation(np.arange(24) < 9))
    yield Case("a small gain", np.array([0] * 16 + [1] * 16 + [0] * 17 + [1] * 15), np.arange(64) < 32)
    y, left = np.repeat([1, 2, 1, 0, 2], [290, 30, 60, 8, 40]), np.repeat([True, False], [320, 108])
    yield Case("290 of a label on the left", y, left)
    yield Case("two samples on two sides", np.array([0, 1]), np.array([False, True])).edge("small sides")
    yield Case("one sample aside", np.array([0, 0, 1, 1]), np.array([True, False, False, False])).edge("small sides")
    yield Case("three aside, one stays", np.array([0, 1, 1, 1]), np.arange(4) != 2).edge("small sides")
    y, left = np.array([0, 0, 1, 5, 5, 1, 0]), np.array([1, 1, 0, 0, 0, 1, 0], dtype=bool)
    yield Case("three classes of six", y, left).edge("gaps")
    yield Case("one label, not 0", np.array([3, 3, 3, 3]), np.array([True, False, False, True])).edge("gaps")
    yield Case("random, with gaps", rng.integers(0, 9, size=12), rng.permutation(np.arange(12) < 5)).edge("gaps")
    yield Case("one sample", np.array([1]), np.array([True])).edge("empty side")
    yield Case("nothing on the left", np.array([0, 1, 1]), np.array([False, False, False])).edge("empty side")
    yield Case("nothing on the right", np.array([0, 1, 1]), np.array([True, True, True])).edge("empty side")


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


def lone(left):
    """Whether one side is empty, which people handle first."""
    return left.all() or not left.any()


@mistake("You average the two sides' entropies as if they were equally large. Weight each by its share of the samples.",
         constants={"guarded": (True, False)})
def unweighted(y, left, *, guarded=True):
    if guarded and lone(left):
        return 0.0
    return entropy(y) - (entropy(y[left]) + entropy(y[~left])) / 2


@mistake("You subtract the sides' entropies without weights. Multiply each by its share of the samples.",
         constants={"guarded": (True, False)})
def added_up(y, left, *, guarded=True):
    if guarded and lone(left):
        return 0.0
    return entropy(y) - entropy(y[left]) - entropy(y[~left])


@mistake("You swapped the weights. The left side's entropy is weighted by the share of samples on the left.",
         constants={"guarded": (True, False)})
def weights_swapped(y, left, *, guarded=True):
    if guarded and lone(left):
        return 0.0
    share = np.mean(left)
    return entropy(y) - (1 - share) * entropy(y[left]) - share * entropy(y[~left])


@mistake("You return the entropy that remains after the split. The gain is the entropy of y minus that.",
         constants={"guarded": (True, False)})
def entropy_after(y, left, *, guarded=True):
    if guarded and lone(left):
        return 0.0
    share = np.mean(left)
    return share * entropy(y[left]) + (1 - share) * entropy(y[~left])


@mistake("You measure impurity with Gini. Information gain is a difference of entropies, with log2.")
def gini_gain(y, left):
    def gini(labels):
        p = np.unique(labels, return_counts=True)[1] / max(len(labels), 1)
        return np.sum(p * (1 - p))

    share = np.mean(left)
    return gini(y) - share * gini(y[left]) - (1 - share) * gini(y[~left])


@mistake("You use the natural logarithm. The gain is in bits, so use np.log2.")
def nats(y, left):
    share = np.mean(left)
    return np.log(2) * (entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left]))


@mistake("You treat the labels as two classes, one against the rest. Use the share of every label that occurs.",
         constants={"against": ("1", "0")})
def two_classes(y, left, *, against="1"):
    y = (y == 1) if against == "1" else (y > 0)
    share = np.mean(left)
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])


@mistake("You reject a split that leaves fewer than {least} samples on a side. Any side with samples counts.",
         constants={"least": (2, 3)})
def small_sides_refused(y, left, *, least=2):
    if min(left.sum(), (~left).sum()) < least:
        return 0.0
    share = np.mean(left)
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])


@mistake("The share of a label that does not occur on a side is 0, and 0 * log2(0) is NaN. Sum only over the labels "
         "that occur.", constants={"guarded": (True, False)})
def log_of_zero(y, left, *, guarded=True):
    def of(labels):
        p = np.bincount(labels, minlength=y.max() + 1) / np.float64(len(labels))
        return -np.sum(p * np.log2(p))

    if guarded and lone(left):
        return 0.0
    share = np.mean(left)
    return of(y) - share * of(y[left]) - (1 - share) * of(y[~left])


@mistake("Your shares are 0 for labels below the largest that do not occur, and 0 * log2(0) is NaN. Sum only over the "
         "labels that occur.", constants={"guarded": (True, False)})
def log_of_zero_in_a_gap(y, left, *, guarded=True):
    def of(labels):
        p = np.bincount(labels) / np.float64(len(labels))
        return -np.sum(p * np.log2(p))

    if guarded and lone(left):
        return 0.0
    share = np.mean(left)
    return of(y) - share * of(y[left]) - (1 - share) * of(y[~left])


@mistake("You count labels 0 to C - 1, with C the number of labels that occur. That leaves out the larger labels where "
         "there are gaps, so use np.unique with return_counts.")
def only_up_to_the_number_of_labels(y, left):
    def of(labels):
        p = [np.mean(labels == label) for label in range(len(np.unique(y)))] if len(labels) else []
        return sum((each * np.log2(1 / each) for each in p if each > 0), 0.0)

    share = np.mean(left)
    return of(y) - share * of(y[left]) - (1 - share) * of(y[~left])


@mistake("The entropy of an empty side is NaN in your code, and so is the gain. Use 0 for it.")
def empty_side_is_nan(y, left):
    def of(labels):
        p = np.array([np.mean(labels == k) for k in np.unique(y)])
        return np.sum(np.where(p > 0, -p * np.log2(np.where(p > 0, p, 1)), 0)) if len(labels) else np.nan

    share = np.mean(left)
    return of(y) - share * of(y[left]) - (1 - share) * of(y[~left])


@mistake("You divide the gain by the entropy of the split, which is the gain ratio of C4.5. Return the gain itself.")
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
