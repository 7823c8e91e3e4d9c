"""Min-max scaling: per column, with constant columns at 0 and narrow ones at full range."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one column", np.array([[2.0], [4.0], [3.0]]))
    yield Case("two columns of different size", np.array([[1.0, 100.0], [2.0, 300.0], [3.0, 200.0]]))
    yield Case("one row", np.array([[5.0, -3.0, 0.0]]))
    yield Case("a constant column", np.array([[1.0, 7.0], [2.0, 7.0], [5.0, 7.0]]))
    yield Case("0.1 in every row", np.array([[0.1], [0.1], [0.1]]))
    yield Case("a column of zeros", np.array([[0.0, 4.0], [0.0, -4.0]]))
    yield Case("negative entries", np.array([[-5.0, -1.0], [-3.0, -2.0], [-9.0, -4.0]]))
    yield Case("a narrow column", np.array([[0.0, 1.0], [1e-9, 2.0], [4e-9, 4.0]]))
    yield Case("the first row is no extreme", np.array([[3.0, 0.5], [1.0, 0.0], [7.0, 1.0], [4.0, -1.0]]))
    yield Case("random, tall", rng.normal(2.0, 3.0, size=(5, 3)))
    yield Case("random, wide", rng.normal(-1.0, 10.0, size=(3, 6)))
    yield Case("random, square", rng.normal(size=(4, 4)) * np.array([1.0, 10.0, 100.0, 1000.0]))
    n = np.arange(300.0)
    yield Case("three hundred rows", np.stack([(n - 270) ** 2, np.cos(n)], axis=1)).plain()


@mistake("You took minimum and maximum over the whole array; each column has its own (axis=0).")
def whole_array(X):
    spread = X.max() - X.min()
    return (X - X.min()) / (spread if spread > 0 else 1.0)


@mistake("You scale along the rows. A column is one feature: take minimum and maximum down the rows "
         "(axis=0).")
def per_row(X):
    low, high = X.min(axis=1, keepdims=True), X.max(axis=1, keepdims=True)
    return (X - low) / np.where(high > low, high - low, 1.0)


@mistake("A constant column divides 0 by 0 and becomes NaN. Its range is zero: leave it at 0.")
def divides_by_zero(X):
    return (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))


@mistake("A small number added to the range keeps the division safe but shrinks a narrow column. Treat a "
         "range of exactly zero apart and leave the others alone.")
def adds_eps(X):
    return (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0) + 1e-8)


@mistake("You return a constant column as it is; it should become 0.")
def constant_column_kept(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return np.where(high > low, (X - low) / np.where(high > low, high - low, 1.0), X)


@mistake("You divide by the maximum rather than by the range, max - min.")
def divides_by_the_maximum(X):
    shifted, high = X - X.min(axis=0), X.max(axis=0)
    return shifted / np.where(high == 0, 1.0, high)


@mistake("You divide X by its range without subtracting the minimum first.")
def not_shifted(X):
    spread = X.max(axis=0) - X.min(axis=0)
    return np.where(spread > 0, X / np.where(spread > 0, spread, 1.0), 0.0)


@mistake("You scale to [-1, 1]; the task asks for [0, 1].")
def to_minus_one(X):
    low, spread = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return np.where(spread > 0, 2 * (X - low) / np.where(spread > 0, spread, 1.0) - 1, 0.0)


@mistake("You standardise (mean and deviation); the task asks for minimum and range.")
def standardised(X):
    varies = X.max(axis=0) > X.min(axis=0)
    return np.where(varies, (X - X.mean(axis=0)) / np.where(varies, X.std(axis=0), 1.0), 0.0)


@mistake("The values are right, but you scale X in place. The caller's data change with it: build a new "
         "array.",
         kind="changed")
def in_place(X):
    X -= X.min(axis=0)
    X /= np.where(X.max(axis=0) > 0, X.max(axis=0), 1.0)
    return X


@alternative
def in_plain_loops(X):
    columns = []
    for column in zip(*X.tolist()):
        low, high = min(column), max(column)
        columns.append([(value - low) / (high - low) if high > low else 0.0 for value in column])
    return [list(row) for row in zip(*columns)]


@alternative
def by_peak_to_peak(X):
    spread = np.ptp(X, axis=0)
    spread[spread == 0] = 1.0
    return (X - X.min(axis=0, keepdims=True)) / spread


@alternative
def by_interpolation(X):
    scaled = np.zeros(X.shape)
    for j in range(X.shape[1]):
        if len(set(X[:, j].tolist())) > 1:
            scaled[:, j] = np.interp(X[:, j], [X[:, j].min(), X[:, j].max()], [0.0, 1.0])
    return scaled
