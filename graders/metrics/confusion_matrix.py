"""Confusion matrix: repeated pairs, the orientation, absent classes, integers."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one sample", np.array([1]), np.array([0]), 2)
    yield Case("one class", np.array([0, 0]), np.array([0, 0]), 1)
    yield Case("a pair that repeats", np.array([0, 0, 1]), np.array([1, 1, 1]), 2)
    yield Case("all right", np.array([2, 0, 1]), np.array([2, 0, 1]), 3)
    yield Case("the last class is absent", np.array([0, 1, 1]), np.array([1, 1, 0]), 3)
    yield Case("the first class is absent", np.array([1, 2, 2]), np.array([2, 2, 1]), 3)
    yield Case("predicted, but never true", np.array([0, 0, 1, 0]), np.array([2, 2, 0, 1]), 3)
    yield Case("binary", rng.integers(0, 2, size=9), rng.integers(0, 2, size=9), 2)
    yield Case("three classes", rng.integers(0, 3, size=14), rng.integers(0, 3, size=14), 3)
    yield Case("more classes than occur", rng.integers(1, 4, size=12), rng.integers(1, 4, size=12), 6)
    yield Case("twelve classes", np.array([11, 3, 10, 0, 11]), np.array([11, 11, 0, 10, 3]), 12)
    yield Case("more than 255 in a cell", np.repeat([0, 1], [260, 40]), np.repeat([1, 1], [260, 40]), 2)
    yield Case("three hundred classes", np.array([299, 0, 128, 299]), np.array([299, 256, 1, 0]), 300)


def counts(y_true, y_pred, n_classes):
    table = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(table, (y_true, y_pred), 1)
    return table


@mistake("Indexed assignment with += writes each cell once, so repeated pairs count as one. Use np.add.at, a "
         "loop, or np.bincount on codes.")
def each_pair_once(y_true, y_pred, n_classes):
    table = np.zeros((n_classes, n_classes), dtype=int)
    table[y_true, y_pred] += 1
    return table


@mistake("Your matrix is transposed: true labels go down the rows, predicted ones along the columns.")
def transposed(y_true, y_pred, n_classes):
    return counts(y_pred, y_true, n_classes)


@mistake("You take the number of classes from the labels that occur. It is n_classes, even if some never do.")
def classes_that_occur(y_true, y_pred, n_classes):
    found, codes = np.unique(np.concatenate([y_true, y_pred]), return_inverse=True)
    return counts(codes[: len(y_true)], codes[len(y_true) :], len(found))


@mistake("You take the number of classes from the largest label. It is n_classes, even if the last never "
         "occurs.")
def largest_label(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, max(y_true.max(), y_pred.max()) + 1)


@mistake("You return floats. Counts are integers: np.zeros needs dtype=int.")
def floats(y_true, y_pred, n_classes):
    return counts(y_true, y_pred, n_classes).astype(float)


@mistake("You divide each row by its sum. Counts are asked for.")
def shares_of_rows(y_true, y_pred, n_classes):
    table = counts(y_true, y_pred, n_classes)
    return table / np.maximum(table.sum(axis=1, keepdims=True), 1)


@mistake("You count only right predictions, on the diagonal. Wrong ones belong into the cells beside it.")
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
