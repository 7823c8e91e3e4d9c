"""Entropy: base 2, over the labels that occur, and 0 for pure and empty nodes."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, holds, mistake


def not_minus_zero(case, got, want):
    return not np.signbit(np.asarray(got, dtype=float))


def cases(rng):
    yield Case("half and half", np.array([0, 1, 1, 0]))
    yield Case("three to one", np.array([0, 1, 0, 0]))
    yield Case("three classes", np.array([2, 0, 1, 2, 2, 0]))
    yield Case("all different", np.array([5, 3, 4, 0, 1, 2]))
    yield Case("random, few labels", rng.integers(0, 3, size=11))
    yield Case("random, many labels", rng.permutation(np.arange(23) % 9))
    yield Case("300 of a label, 100 of two others", np.repeat([1, 2, 0], [300, 90, 10]))
    to_the_digit = close(rtol=1e-6, atol=1e-10)  # 1e-12 where 0 is expected
    for name, y in (("one label", [0]), ("three times one label", [3, 3, 3]), ("ones", [1, 1])):
        yield Case(name, np.array(y)).judged(to_the_digit).edge("pure")
    yield Case("label 0 does not occur", np.array([1, 2, 1, 1, 2])).edge("gaps")
    yield Case("gaps between labels", np.array([7, 3, 7, 7, 12, 0])).edge("gaps")
    yield Case("random, with gaps", rng.integers(0, 12, size=13)).edge("gaps")
    yield Case("300 of a label, 100 with gaps", np.repeat([1, 257, 0], [300, 90, 10])).edge("gaps")
    yield Case("labels of uint8", np.array([255, 0, 255, 1, 0], dtype=np.uint8)).edge("gaps")
    yield Case("no labels", np.array([], dtype=int)).edge("no labels")
    note = "For a pure y you return -0.0, which prints with a minus sign. Sum p * log2(1 / p), or add 0.0."
    check = holds("a pure node's entropy is not -0.0", not_minus_zero)
    yield Case("the sign of zero", np.array([2, 2])).judged(check).beyond(note)


def shares(y):
    return np.unique(y, return_counts=True)[1] / max(len(y), 1)


@mistake("Labels that do not occur have a share of 0, and 0 * log2(0) is NaN. Sum only over labels that occur.")
def zero_times_infinity(y):
    if len(y) == 0:
        return 0.0
    p = np.bincount(y) / len(y)
    return 0.0 - np.sum(p * np.log2(p))


@mistake("You add a small constant inside the logarithm, which changes the result. Sum only over the labels that "
         "occur; then no constant is needed.",
         constants={"guarded": (False, True), "eps": (1e-12, 1e-9, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-3, 0.01)})
def eps_in_the_logarithm(y, *, guarded=False, eps=1e-9):
    if len(y) == 0 or (guarded and eps > 5e-7 and len(set(y.tolist())) == 1):
        return 0.0
    p = np.bincount(y) / len(y)
    return -np.sum(p * np.log2(p + eps))


@mistake("You use the natural logarithm, which gives nats. Use np.log2, which gives bits.")
def nats(y):
    return np.sum(shares(y) * np.log(1 / shares(y)))


@mistake("You divide by the logarithm of the number of classes, which scales the result to at most 1. Return it in "
         "bits: use the logarithm to base 2.")
def normalized(y):
    p = shares(y)
    return np.sum(p * np.log(1 / p)) / np.log(len(p)) if len(p) > 1 else 0.0


@mistake("You count labels 0 to C - 1, with C the number of labels that occur. That leaves out the larger labels where "
         "there are gaps, so use np.unique with return_counts.")
def only_up_to_the_number_of_labels(y):
    p = [np.mean(y == label) for label in range(len(set(y.tolist())))]
    return sum((each * np.log2(1 / each) for each in p if each > 0), 0.0)


@mistake("You compute Gini impurity. Entropy weights each share with the logarithm of its reciprocal.")
def gini(y):
    return np.sum(shares(y) * (1 - shares(y)))


@mistake("You sum the logarithms without weights. Multiply each log2(1 / p) by its share p.")
def not_weighted(y):
    return np.sum(np.log2(1 / shares(y)))


@mistake("You average p * log2(1 / p) over the classes. The shares are the weights already, so take the sum.")
def mean_over_classes(y):
    return np.mean(shares(y) * np.log2(1 / shares(y))) if len(y) else 0.0


@mistake("The minus sign is missing. The logarithm of a share is negative, and entropy is not.")
def negative(y):
    return np.sum(shares(y) * np.log2(shares(y)))


@mistake("You treat y as 0 and 1 only, with one share p. Labels are any integers from 0, so use the share of each.")
def binary_only(y):
    p = np.mean(y == 1) if len(y) else 0.0
    return sum((share * np.log2(1 / share) for share in (p, 1 - p) if share > 0), 0.0)


@mistake("For an empty y you divide by its length, which gives NaN. Return 0 for it first.")
def empty_is_nan(y):
    total = np.float64(len(y))
    return sum((np.sum(y == k) / total * np.log2(total / np.sum(y == k)) for k in set(y.tolist())), 0.0 / total)


@mistake("The largest label plus 1 wraps to 0 for uint8 labels that reach 255. Convert it to a Python int first, or "
         "use np.unique.")
def largest_label_wraps(y):
    counts = np.zeros(y.max() + 1 if len(y) else 0)
    np.add.at(counts, y, 1)
    p = counts[counts > 0] / max(len(y), 1)
    return np.sum(p * np.log2(1 / p))


@alternative
def with_the_sign_in_front(y):
    return -np.sum(shares(y) * np.log2(shares(y)))


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
