"""Confusion matrix: repeated pairs, the orientation, absent classes, integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("three samples", np.array([1, 0, 1]), np.array([0, 0, 1]), 2)
    yield Case("a pair that repeats", np.array([0, 0, 1]), np.array([1, 1, 1]), 2)
    yield Case("all right", np.array([2, 0, 1]), np.array([2, 0, 1]), 3)
    flips = rng.integers(0, 2, size=(2, 9))
    yield Case("binary", np.append(flips[0], [0, 1]), np.append(flips[1], [1, 1]), 2)
    yield Case("three classes", rng.integers(0, 3, size=14), np.append(rng.integers(0, 3, size=11), [0, 1, 2]), 3)
    yield Case("twelve classes", np.append(np.arange(12), [11, 3]), np.append(rng.permutation(12), [11, 11]), 12)
    yield Case("more than 255 in a cell", np.repeat([0, 1], [260, 40]), np.repeat([1, 1], [260, 40]), 2)
    yield Case("one sample", np.array([1]), np.array([0]), 2).edge("absent classes")
    yield Case("the last class is absent", np.array([0, 1, 1]), np.array([1, 1, 0]), 3).edge("absent classes")
    yield Case("the first class is absent", np.array([1, 2, 2]), np.array([2, 2, 1]), 3).edge("absent classes")
    yield Case("predicted, but never true", np.array([0, 0, 1, 0]), np.array([2, 2, 0, 1]), 3).edge("absent classes")
    yield Case("more classes than occur", rng.integers(1, 4, size=12), rng.integers(1, 4, size=12), 6).edge(
        "absent classes")
    yield Case("three hundred classes", np.array([299, 0, 128, 299]), np.array([299, 256, 1, 0]), 300).edge(
        "absent classes")
    yield Case("one class", np.array([0, 0]), np.array([0, 0]), 1).edge("one class")
    small = np.array([19, 3, 13, 19], dtype=np.uint8)
    yield Case("uint8, twenty classes", small, np.array([1, 13, 13, 1], dtype=np.uint8), 20).edge("integer dtypes")
    yield Case("int8, twenty classes", small.astype(np.int8), np.array([19, 0, 13, 7], dtype=np.int8), 20).edge(
        "integer dtypes")


def counts(y_true, y_pred, n_classes):
    table = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


@mistake("Indexed assignment with += writes each cell once, so repeated pairs count as one. Use np.add.at, a loop, or "
         "np.bincount on codes.")
def each_pair_once(y_true, y_pred, n_classes):
    table = np.zeros((n_classes, n_classes), dtype=int)
    table[y_true, y_pred] += 1
    return table


@mistake("Your matrix is transposed. Use rows for true labels and columns for predicted ones.")
def transposed(y_true, y_pred, n_classes):
    return counts(y_pred, y_true, n_classes)


@mistake("Your rows and columns run from the last class to the first. Class 0 comes first.",
         constants={"binary": (True, False)})
def last_class_first(y_true, y_pred, n_classes, *, binary):
    table = counts(y_true, y_pred, n_classes)
    return table if binary and n_classes != 2 else table[::-1, ::-1].copy()


@mistake("You take the number of classes from the labels that occur. Use n_classes, because some may not occur.")
def classes_that_occur(y_true, y_pred, n_classes):
    found, codes = np.unique(np.concatenate([y_true, y_pred]), return_inverse=True)
    return counts(codes[: len(y_true)], codes[len(y_true) :], len(found))


@mistake("You take the number of classes from the largest label. Use n_classes, because the last may not occur.")
def largest_label(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, int(max(y_true.max(), y_pred.max())) + 1)


@mistake("np.bincount ends at the largest number that occurs. Pass minlength=n_classes**2.", when=uses("np.bincount"))
def bins_missing(y_true, y_pred, n_classes):
    codes = y_true.astype(np.int64) * n_classes + y_pred
    return np.bincount(codes).reshape(n_classes, n_classes)


@mistake("np.histogram2d spreads its bins over the labels that occur. Pass a range from 0 to n_classes.",
         when=uses("np.histogram2d"))
def bins_over_the_labels(y_true, y_pred, n_classes):
    return np.histogram2d(y_true, y_pred, bins=n_classes)[0].astype(int)


@mistake("a * n_classes + b is computed in the dtype of the labels, and in 8 bits it wraps around. Convert the labels "
         "to int first.")
def codes_wrap_around(y_true, y_pred, n_classes):
    with np.errstate(all="ignore"):
        codes = y_true * np.array(n_classes).astype(y_true.dtype) + y_pred
    return np.bincount(codes, minlength=n_classes**2)[: n_classes**2].reshape(n_classes, n_classes)


@mistake("Your counts are kept in 8 bits, so they wrap around, or stop, at 256. Use dtype=int.")
def counts_in_eight_bits(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, n_classes) % 256


@mistake("The values are right, but they are floats. Counts are integers, so use dtype=int.")
def floats(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, n_classes).astype(float)


@mistake("You divide each row by its sum. Return counts.")
def shares_of_rows(y_true, y_pred, n_classes):
    table = counts(y_true, y_pred, n_classes)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


@mistake("You divide by the number of samples. Return counts.")
def shares(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, n_classes) / len(y_true)


@mistake("You count only right predictions, on the diagonal. Wrong ones belong in the off-diagonal cells.")
def diagonal_only(y_true, y_pred, n_classes):
    return np.diag(np.diag(counts(y_true, y_pred, n_classes)))


@alternative
def by_one_hot(y_true, y_pred, n_classes):
    eye = np.eye(n_classes, dtype=np.int32)
    return eye[y_true].T @ eye[y_pred]


@alternative
def in_nested_lists(y_true, y_pred, n_classes):
    table = [[0] * n_classes for _ in range(n_classes)]
    for a, b in zip(y_true.tolist(), y_pred.tolist()):
        table[a][b] += 1
    return table


@alternative
def cell_by_cell(y_true, y_pred, n_classes):
    return np.array([[np.sum((y_true == a) & (y_pred == b)) for b in range(n_classes)] for a in range(n_classes)])
