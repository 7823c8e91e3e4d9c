"""Accuracy: the share of equal positions."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("all right", np.array([0, 1, 2]), np.array([0, 1, 2]))
    yield Case("all wrong", np.array([0, 1, 1]), np.array([1, 0, 2]))
    yield Case("three of four", np.array([0, 2, 1, 1]), np.array([0, 2, 2, 1]))
    yield Case("right on zeros alone", np.array([0, 0, 1]), np.array([0, 0, 0]))
    yield Case("the same labels in another order", np.array([0, 1, 2, 0]), np.array([0, 2, 0, 1]))
    yield Case("binary", rng.integers(0, 2, size=11), rng.integers(0, 2, size=11))
    yield Case("three classes", rng.integers(0, 3, size=13), rng.integers(0, 3, size=13))
    yield Case("300 right, 100 wrong", np.repeat([2, 0], [300, 100]), np.repeat([2, 1], [300, 100]))
    yield Case("one sample, right", np.array([1]), np.array([1])).edge("one sample")
    yield Case("one sample, wrong", np.array([1]), np.array([0])).edge("one sample")
    yield Case("labels with gaps", rng.choice([1, 5, 9], size=7), rng.choice([1, 5, 9], size=7)).edge("large labels")
    large = np.array([0, 256, 1_000_000, 7])
    yield Case("a million, nearly all wrong", large, np.array([256, 0, 1_000_001, 7])).edge("large labels")
    small = np.array([200, 3, 0, 255], dtype=np.uint8)
    yield Case("both uint8", small, np.array([200, 3, 1, 0], dtype=np.uint8)).edge("integer dtypes")
    yield Case("uint8 and int64", small, np.array([200, 3, 256, -1])).edge("integer dtypes")


@mistake("You return the number of right predictions. Divide it by the number of samples.")
def count(y_true, y_pred):
    return np.sum(y_true == y_pred)


@mistake("You return the share of wrong predictions, the error rate. Accuracy is 1 minus that.")
def error_rate(y_true, y_pred):
    return np.mean(y_true != y_pred)


@mistake("You return a percentage. Return a share between 0 and 1.")
def percentage(y_true, y_pred):
    return 100 * np.mean(y_true == y_pred)


@mistake("You count only samples where both labels are nonzero, so right zeros are left out. Compare with ==.")
def both_true(y_true, y_pred):
    return np.mean(np.logical_and(y_true, y_pred))


@mistake("You check only whether labels are {label} or not. Compare the labels themselves, because there may be any "
         "number.",
         constants={"label": (1, 0)})
def binary_only(y_true, y_pred, *, label):
    return np.mean((y_true == label) == (y_pred == label))


@mistake("Your result is 1 if all predictions are right, and 0 otherwise. Return the share of right ones.")
def all_right(y_true, y_pred):
    return float(np.array_equal(y_true, y_pred))


@mistake("Your result does not depend on which sample gets which label. Compare position by position.",
         constants={"by": ("sorting", "counting")})
def order_lost(y_true, y_pred, *, by):
    if by == "sorting":
        return np.mean(np.sort(y_true) == np.sort(y_pred))
    found = np.unique(np.concatenate([y_true, y_pred]))
    return sum(min(np.sum(y_true == label), np.sum(y_pred == label)) for label in found) / len(y_true)


@mistake("You average the recall over the classes, which is the balanced accuracy. Here every sample counts the same.")
def balanced(y_true, y_pred):
    return np.mean([np.mean(y_pred[y_true == label] == label) for label in np.unique(y_true)])


@mistake("You measure how far apart the labels are. Count every wrong label the same, near or far.")
def by_distance(y_true, y_pred):
    return 1.0 - np.mean(np.abs(y_true.astype(float) - y_pred))


@mistake("You treat labels that are nearly equal as equal, such as 1000000 and 1000001. Compare with ==.",
         when=uses("np.isclose", "np.allclose", "math.isclose"))
def nearly_equal(y_true, y_pred):
    return np.mean(np.isclose(y_true, y_pred))


@mistake("You compare the labels in 8 bits, so labels that differ by 256 count as equal. Keep their dtype.")
def in_eight_bits(y_true, y_pred):
    return np.mean(y_true.astype(np.int64) % 256 == y_pred.astype(np.int64) % 256)


@mistake("You leave out samples of class 0 that are predicted wrong. Every sample counts.")
def false_alarms_left_out(y_true, y_pred):
    kept = (y_true != 0) | (y_pred == 0)
    return np.sum(y_true == y_pred) / max(np.sum(kept), 1)


@alternative
def by_a_loop(y_true, y_pred):
    return sum(1 for a, b in zip(y_true, y_pred) if a == b) / len(y_true)


@alternative
def by_differences(y_true, y_pred):
    return 1.0 - np.count_nonzero(y_true - y_pred) / y_true.size
