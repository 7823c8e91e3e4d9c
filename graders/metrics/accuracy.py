"""Accuracy: the share of equal positions."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one sample, right", np.array([1]), np.array([1]))
    yield Case("one sample, wrong", np.array([1]), np.array([0]))
    yield Case("all right", np.array([0, 1, 2]), np.array([0, 1, 2]))
    yield Case("all wrong", np.array([0, 1, 1]), np.array([1, 0, 2]))
    yield Case("three of four", np.array([0, 2, 1, 1]), np.array([0, 2, 2, 1]))
    yield Case("right on zeros alone", np.array([0, 0, 1]), np.array([0, 0, 0]))
    yield Case("the same labels in another order", np.array([0, 1, 2, 0]), np.array([0, 2, 0, 1]))
    yield Case("binary", rng.integers(0, 2, size=11), rng.integers(0, 2, size=11))
    yield Case("three classes", rng.integers(0, 3, size=13), rng.integers(0, 3, size=13))
    yield Case("labels with gaps", rng.choice([1, 5, 9], size=7), rng.choice([1, 5, 9], size=7))
    large = np.array([0, 256, 1_000_000])
    yield Case("large labels, all wrong", large, np.array([256, 0, 1_000_001]))
    yield Case("300 right, 100 wrong", np.repeat([2, 0], [300, 100]), np.repeat([2, 1], [300, 100]))


@mistake("You return the number of right predictions. Divide it by the number of samples.")
def count(y_true, y_pred):
    return np.sum(y_true == y_pred)


@mistake("You return the share of wrong predictions, the error rate. Accuracy is 1 minus that.")
def error_rate(y_true, y_pred):
    return np.mean(y_true != y_pred)


@mistake("You return per cent. A share between 0 and 1 is asked for.")
def per_cent(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


@mistake("You count samples where both labels are non-zero, and so leave out right zeros. Compare with ==.")
def both_true(y_true, y_pred):
    return np.mean(np.logical_and(y_true, y_pred))


@mistake("You count label 1 alone, or treat all others as 0. Compare the labels themselves: there may be any "
         "number.")
def binary_only(y_true, y_pred):
    return np.mean((y_true == 1) == (y_pred == 1))


@mistake("You return whether all predictions are right. The share of right ones is asked for.")
def all_right(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


@mistake("You compare the sorted labels, or how often each occurs. Compare position by position.")
def sorted_first(y_true, y_pred):
    return np.mean(np.sort(y_true) == np.sort(y_pred))


@alternative
def by_a_loop(y_true, y_pred):
    return sum(1 for a, b in zip(y_true, y_pred) if a == b) / len(y_true)


@alternative
def by_differences(y_true, y_pred):
    return 1.0 - np.count_nonzero(y_true - y_pred) / y_true.size
