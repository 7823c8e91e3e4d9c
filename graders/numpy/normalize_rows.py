"""Rows to Euclidean length 1: the axis, the root, zero rows without a warning, short rows without a bias."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one row", np.array([[3.0, 4.0]]))
    yield Case("one column", np.array([[5.0], [-2.0], [0.5]]))
    yield Case("two rows", np.array([[3.0, 4.0, 0.0], [1.0, 2.0, 2.0]]))
    yield Case("a row of length 1/2", np.array([[0.3, 0.4], [-6.0, 8.0]]))
    yield Case("rows that sum to 0", np.array([[1.0, -1.0], [-3.0, 3.0]]))
    yield Case("as many rows as columns", rng.normal(size=(3, 3)))
    yield Case("more rows than columns", rng.normal(size=(5, 2)))
    yield Case("more columns than rows", rng.normal(size=(2, 4)))
    yield Case("a zero row", np.array([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]]))
    yield Case("zero rows alone", np.zeros((2, 3)))
    yield Case("a short row", np.array([[3e-6, -4e-6], [3.0, 4.0]]))
    yield Case("a very short row", np.array([[3e-11, -4e-11], [3.0, 4.0]]))
    yield Case("three hundred rows", rng.normal(size=(300, 3)))
    yield Case("a zero row among random ones", rng.normal(size=(4, 3)) * [[1.0], [0.0], [100.0], [1e-3]])


def _norms(X):
    return np.sqrt((X**2).sum(axis=1, keepdims=True))


def _or_one(norms):
    return np.where(norms == 0, 1.0, norms)


@mistake("You normalise the columns. Each row gets length 1: take the norm along axis=1.")
def columns_normalised(X):
    norms = np.sqrt((X**2).sum(axis=0, keepdims=True))
    return X / _or_one(norms)


@mistake("You divide by the norm of the whole matrix. Each row has a length of its own: axis=1, "
         "keepdims=True.")
def whole_matrix(X):
    return X / _or_one(np.linalg.norm(X))


@mistake("Without keepdims=True the lengths (n,) align with the columns, not with the rows. Keep the axis, "
         "or write norms[:, None].")
def keepdims_forgotten(X):
    return X / _or_one(np.linalg.norm(X, axis=1))


@mistake("You divide by the sum of absolute values, so the rows sum to 1 in absolute value. Euclidean "
         "length is the root of the sum of squares.")
def manhattan_length(X):
    return X / _or_one(np.abs(X).sum(axis=1, keepdims=True))


@mistake("You divide by the squared length: take the square root.")
def root_forgotten(X):
    return X / _or_one((X**2).sum(axis=1, keepdims=True))


@mistake("A zero row becomes 0/0, which is NaN. Divide only where the length is above 0; a zero row stays "
         "zero.")
def zero_rows_divided(X):
    return X / _norms(X)


@mistake("An epsilon in the denominator shortens every row, and one of length 1e-5 visibly. Treat length 0 "
         "apart instead.")
def epsilon_added(X):
    return X / (_norms(X) + 1e-8)


@mistake("An epsilon under the root lengthens the norm, and a row of length 1e-5 comes out far too short. "
         "Treat length 0 apart instead.")
def epsilon_under_the_root(X):
    return X / np.sqrt((X**2).sum(axis=1, keepdims=True) + 1e-8)


@mistake("You divide by the larger of the length and a small number, so rows shorter than that do not reach "
         "length 1. Only a zero row stays as it is: treat length 0 apart.")
def floored_length(X):
    return X / np.maximum(_norms(X), 1e-8)


@mistake("You take short rows for zero rows. Only a row of zeros has no direction: compare the length with 0.")
def short_rows_left(X):
    norms = _norms(X)
    return X / np.where(norms < 1e-10, 1.0, norms)


@mistake("You centre the rows first. Only their length changes, not their direction.")
def centred_first(X):
    centred = X - X.mean(axis=1, keepdims=True)
    return centred / _or_one(_norms(centred))


@mistake("The values are right, but np.where computes both branches, so 0/0 still happens and warns. Put a "
         "safe divisor in place of 0 before dividing.", kind="warning")
def where_after_the_division(X):
    norms = _norms(X)
    return np.where(norms > 0, X / norms, 0.0)


@alternative
def with_the_floor_of_the_libraries(X):
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1e-12)


@alternative
def plain_loop(X):
    rows = []
    for row in X.tolist():
        length = sum(value * value for value in row) ** 0.5
        rows.append([value / length if length else 0.0 for value in row])
    return rows


@alternative
def safe_divisor(X):
    norms = np.linalg.norm(X, axis=1)
    norms[norms == 0] = 1.0
    return (X.T / norms).T


@alternative
def by_einsum(X):
    squares = np.einsum("ij,ij->i", X, X)[:, np.newaxis]
    return X * np.where(squares > 0, 1 / np.sqrt(squares + (squares == 0)), 0)
