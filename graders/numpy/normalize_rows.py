"""Rows to Euclidean length 1: the axis, the root, and zero rows that stay zero."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

SHORT = (
    "A row of length {length} should get length 1 too, and yours does not. Divide by the length itself, and treat "
    "length 0 separately."
)


def cases(rng):
    def rows(n, d):
        # no row is short, so that a guard such as + 1e-8 does not show by chance
        return rng.uniform(0.3, 2.0, size=(n, d)) * rng.choice([-1.0, 1.0], size=(n, d))

    yield Case("two rows", np.array([[3.0, 4.0, 0.0], [1.0, 2.0, 2.0]]))
    yield Case("a row of length 1/2", np.array([[0.3, 0.4], [-6.0, 8.0]]))
    yield Case("rows that sum to 0", np.array([[1.0, -1.0], [-3.0, 3.0]]))
    yield Case("as many rows as columns", rows(3, 3))
    yield Case("more rows than columns", rows(5, 2))
    yield Case("more columns than rows", rows(2, 4))
    yield Case("rows of different scale", rows(3, 4) * [[1.0], [100.0], [1e4]])
    yield Case("three hundred rows", rows(300, 3))
    yield Case("a zero row", np.array([[3.0, 4.0], [0.0, 0.0], [0.0, -2.0]])).edge("zero rows")
    yield Case("zero rows alone", np.zeros((2, 3))).edge("zero rows")
    yield Case("a zero row among random ones", rows(4, 3) * [[1.0], [0.0], [100.0], [1.0]]).edge("zero rows")
    yield Case("one row", np.array([[3.0, 4.0]])).edge("one row or column")
    yield Case("one column", np.array([[5.0], [0.5], [0.0]])).edge("one row or column")
    yield Case("one column of negative entries", np.array([[-5.0], [-2.0], [-0.5]])).edge("one row or column")
    yield Case("a short row", np.array([[3e-6, -4e-6]])).plain().beyond(SHORT.format(length="5e-6"))
    yield Case("a very short row", np.array([[3e-12, -4e-12]])).plain().beyond(SHORT.format(length="5e-12"))


def _norms(X):
    return np.sqrt((X**2).sum(axis=1, keepdims=True))


def _or_one(norms):
    return np.where(norms == 0, 1.0, norms)


@mistake("You normalize the columns. Each row gets length 1: take the norm along axis=1.")
def columns_normalized(X):
    return X / _or_one(np.sqrt((X**2).sum(axis=0, keepdims=True)))


@mistake("You divide by the norm of the whole matrix. Each row has its own length, so use axis=1 and keepdims=True.")
def whole_matrix(X):
    return X / _or_one(np.linalg.norm(X))


@mistake("Your lengths have shape (n,), which aligns with the columns, not with the rows. Pass keepdims=True, or "
         "write norms[:, None].")
def keepdims_forgotten(X):
    return X / np.linalg.norm(X, axis=1)


@mistake("Your lengths have shape (n,), which aligns with the columns, not with the rows. Pass keepdims=True, or "
         "write norms[:, None].")
def keepdims_forgotten_and_guarded(X):
    return X / _or_one(np.linalg.norm(X, axis=1))


@mistake("You divide by the sum of absolute values. The Euclidean length is the root of the sum of squares.")
def manhattan_length(X):
    return X / _or_one(np.abs(X).sum(axis=1, keepdims=True))


@mistake("You divide by the sum of the row. The Euclidean length is the root of the sum of squares.")
def divided_by_the_sum(X):
    return X / _or_one(X.sum(axis=1, keepdims=True))


@mistake("You divide by the largest absolute entry. The Euclidean length is the root of the sum of squares.")
def largest_entry(X):
    return X / _or_one(np.abs(X).max(axis=1, keepdims=True))


@mistake("You divide by the squared length. Take its square root.")
def root_forgotten(X):
    return X / _or_one((X**2).sum(axis=1, keepdims=True))


@mistake("You divide by the root mean square. Sum the squares instead of averaging them.")
def root_mean_square(X):
    return X / _or_one(np.sqrt((X**2).mean(axis=1, keepdims=True)))


@mistake("A zero row becomes 0/0, which is NaN. Divide only where the length is above 0, or divide by 1 where it is 0.")
def zero_rows_divided(X):
    return X / _norms(X)


@mistake("You turn a zero row into a vector of length 1. It has no direction, so it stays zero.")
def zero_rows_made_uniform(X):
    norms = _norms(X)
    return np.where(norms == 0, 1 / np.sqrt(X.shape[1]), X / _or_one(norms))


@mistake("You drop zero rows. Keep them, as zeros.")
def zero_rows_dropped(X):
    X = X[(X != 0).any(axis=1)]
    return X / _norms(X)


@mistake("A row whose entries sum to 0, such as [1, -1], is not a row of zeros. Look at its length instead.")
def zero_rows_found_by_sum(X):
    return X / np.where(X.sum(axis=1, keepdims=True) == 0, 1.0, _norms(X))


@mistake("The constant that you add to the length shortens every row visibly. Divide by the length itself, and treat "
         "length 0 separately.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3, 1.0)})
def epsilon_added(X, *, eps):
    return X / (_norms(X) + eps)


@mistake("The constant that you add under the root shortens every row visibly. Divide by the length itself, and treat "
         "length 0 separately.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3)})
def epsilon_under_the_root(X, *, eps):
    return X / np.sqrt((X**2).sum(axis=1, keepdims=True) + eps)


@mistake("You center the rows first. Change only their length, not their direction.")
def centered_first(X):
    centered = X - X.mean(axis=1, keepdims=True)
    return centered / _or_one(_norms(centered))


@mistake("You write into X itself. Return a new array.", kind="changed", when=says("first argument"))
def in_place(X):
    X /= _or_one(_norms(X))
    return X


@alternative
def with_the_floor_of_the_libraries(X):
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1e-12)


@alternative
def with_an_epsilon(X):
    return X / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-8)


@alternative
def divided_then_repaired(X):
    return np.nan_to_num(X / np.linalg.norm(X, axis=1, keepdims=True))


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
