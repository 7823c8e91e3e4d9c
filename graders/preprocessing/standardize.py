"""Standardisation: per column, population deviation, constant columns at 0 even after rounding."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one column", np.array([[1.0], [2.0], [6.0]]))
    yield Case("two columns of different size", np.array([[1.0, 30.0], [3.0, 10.0], [8.0, 50.0]]))
    yield Case("one row", np.array([[5.0, -3.0, 0.0]]))
    yield Case("a constant column", np.array([[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]]))
    yield Case("0.1 in every row", np.array([[0.1], [0.1], [0.1]])).plain()
    yield Case("0.1 beside a column that varies", np.array([[0.1, 4.0], [0.1, 0.0], [0.1, -1.0]])).plain()
    yield Case("a column of zeros", np.array([[0.0, 4.0], [0.0, -4.0], [0.0, 1.0]]))
    yield Case("a column of small scale", np.array([[0.0, 1.0], [1e-9, 2.0], [4e-9, 4.0]])).plain()
    # the mean of squares minus the square of the mean has no right digit left here
    yield Case("far from zero", np.array([[1e5], [1e5 + 0.01], [1e5 + 0.05]])).plain()
    yield Case("two rows", np.array([[2.0, -1.0], [4.0, 9.0]]))
    yield Case("random, tall", rng.normal(2.0, 3.0, size=(5, 3)))
    yield Case("random, wide", rng.normal(-1.0, 10.0, size=(3, 6)))
    yield Case("random, square", rng.normal(size=(4, 4)) * np.array([1.0, 10.0, 100.0, 1000.0]) + 1.0)
    n = np.arange(300.0)
    yield Case("three hundred rows", np.stack([n, np.cos(n), np.full(300, 0.1)], axis=1)).plain()


def varying(X):
    return X.max(axis=0) > X.min(axis=0)


@mistake("You took mean and deviation over the whole array; each column has its own (axis=0).")
def whole_array(X):
    std = X.std() if X.max() > X.min() else 1.0
    return (X - X.mean()) / std


@mistake("You standardise along the rows. A column is one feature: take mean and deviation down the rows "
         "(axis=0).")
def per_row(X):
    centred = X - X.mean(axis=1, keepdims=True)
    std = np.where(X.max(axis=1) > X.min(axis=1), X.std(axis=1), 1.0)
    return centred / std[:, None]


@mistake("A constant column divides by a deviation of zero. Leave such a column at 0.")
def divides_by_zero(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


@mistake("You ask whether the deviation is exactly 0, but rounding leaves 0.1 three times with a deviation "
         "of 1e-17. A column is constant when its entries are all equal: compare those.")
def deviation_is_zero(X):
    std = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(std == 0, 1.0, std)


@mistake("A small number added to the deviation changes every column, and most of all one of small scale. "
         "Treat constant columns apart and divide the others by their own deviation.")
def adds_eps(X):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)


@mistake("You treat a column of small scale as constant. A column is constant only when its entries are all "
         "equal; however small its deviation, the others are divided by it.")
def small_is_constant(X):
    std = X.std(axis=0)
    return np.where(std < 1e-8, 0.0, (X - X.mean(axis=0)) / np.where(std < 1e-8, 1.0, std))


@mistake("You divide by n - 1 (ddof=1); the task asks for the population deviation, which divides by n.")
def sample_deviation(X):
    varies = varying(X)
    squares = ((X - X.mean(axis=0)) ** 2).sum(axis=0) / max(len(X) - 1, 1)
    return np.where(varies, (X - X.mean(axis=0)) / np.where(varies, np.sqrt(squares), 1.0), 0.0)


@mistake("You divide by the variance; take its square root, the deviation.")
def by_the_variance(X):
    varies = varying(X)
    return np.where(varies, (X - X.mean(axis=0)) / np.where(varies, X.var(axis=0), 1.0), 0.0)


@mistake("You subtract the mean but do not divide by the deviation.")
def only_centred(X):
    return X - X.mean(axis=0)


@mistake("You divide by the deviation but do not subtract the mean.")
def not_centred(X):
    varies = varying(X)
    return np.where(varies, X / np.where(varies, X.std(axis=0), 1.0), 0.0)


@mistake("The values are right, but you scale X in place. The caller's data change with it: build a new "
         "array.",
         kind="changed")
def in_place(X):
    varies = varying(X)
    std = np.where(varies, X.std(axis=0), 1.0)
    X -= X.mean(axis=0)
    X /= std
    return X


@alternative
def in_plain_loops(X):
    columns = []
    for column in zip(*X.tolist()):
        mean = sum(column) / len(column)
        std = (sum((value - mean) ** 2 for value in column) / len(column)) ** 0.5
        constant = all(value == column[0] for value in column)
        columns.append([0.0 if constant else (value - mean) / std for value in column])
    return [list(row) for row in zip(*columns)]


@alternative
def by_comparing_entries(X):
    constant = (X == X[0]).all(axis=0)
    std = X.std(axis=0)
    std[constant] = 1.0
    return (X - X.mean(axis=0)) / std


@alternative
def through_einsum(X):
    n = X.shape[0]
    centred = X - np.einsum("ij->j", X) / n
    variance = np.einsum("ij,ij->j", centred, centred) / n
    scaled = np.zeros(X.shape)
    varies = np.ptp(X, axis=0) != 0
    scaled[:, varies] = centred[:, varies] / np.sqrt(variance[varies])
    return scaled


@alternative
def above_a_tiny_threshold(X):
    mean, std = np.mean(X, 0), np.std(X, 0)
    return np.where(std < 1e-12, 0.0, (X - mean) / np.where(std < 1e-12, 1.0, std))
