"""Standardization: per column, population standard deviation, constant columns at 0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    yield Case("one column", np.array([[1.0], [2.0], [6.0]]))
    yield Case("two columns of different size", np.array([[1.0, 30.0], [3.0, 10.0], [8.0, 50.0]]))
    yield Case("two rows", np.array([[2.0, -1.0], [4.0, 9.0]]))
    # the first two rows of a column may be equal, or the first and the last, and it varies all the same
    yield Case("zeros and ones", np.array([[0.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]))
    yield Case("a scale of tenths", np.array([[0.1, 0.8], [0.9, 0.2], [0.4, 0.3]]))
    yield Case("random, tall", rng.normal(2.0, 3.0, size=(5, 3)))
    yield Case("random, wide", rng.normal(-1.0, 10.0, size=(3, 6)))
    yield Case("random, square", rng.normal(size=(4, 4)) * np.array([1.0, 10.0, 100.0, 1000.0]) + 1.0)
    n = np.arange(300.0)
    yield Case("three hundred rows", np.stack([n, np.cos(n)], axis=1)).plain()
    yield Case("a constant column", np.array([[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]])).edge("constant columns")
    yield Case("a column of zeros", np.array([[0.0, 4.0], [0.0, -4.0], [0.0, 1.0]])).edge("constant columns")
    yield Case("a constant column among random ones", np.insert(rng.normal(size=(5, 2)), 1, -3.0, axis=1)).edge(
        "constant columns"
    )
    yield Case("one row", np.array([[5.0, -3.0, 0.0]])).edge("one row")
    yield Case("0.1 in every row", np.array([[0.1, 99999.9], [0.1, 99999.9], [0.1, 99999.9]])).plain().beyond(
        "A column of 0.1s, or of 99999.9s, is constant, but its computed standard deviation is 1e-17, or 1e-11, and in "
        "your result one of them is not 0. Compare the entries to find constant columns."
    )
    yield Case("a column of small scale", np.array([[0.0], [1e-13], [4e-13]])).plain().beyond(
        "The column (0, 1e-13, 4e-13) varies, so its result should have standard deviation 1 however small its scale "
        "is. In your result it does not."
    )
    yield Case("far from zero", np.array([[1e5], [1e5 + 0.01], [1e5 + 0.05]])).plain().beyond(
        "Your result for the column (1e5, 1e5 + 0.01, 1e5 + 0.05) is inaccurate. Far from zero, differences from the "
        "mean keep their digits, and the mean of the squares minus the squared mean does not."
    )


def varying(X):
    return X.max(axis=0) > X.min(axis=0)


def divided(X, center, scale):
    """The columns that vary, less their center and divided by their scale; the others at 0."""
    varies = varying(X)
    return np.where(varies, (X - center) / np.where(varies, scale, 1.0), 0.0)


@mistake("You take the mean and the standard deviation over the whole array. Each column has its own, so use axis=0.",
         constants={"guarded": (False, True)})
def whole_array(X, *, guarded):
    if guarded:
        return divided(X, X.mean(), max(X.std(), 1e-300))
    return (X - X.mean()) / X.std()


@mistake("You divide by the standard deviation of the whole array. Each column has its own, so use axis=0.")
def deviation_of_the_whole_array(X):
    return divided(X, X.mean(axis=0), max(X.std(), 1e-300))


@mistake("You subtract the mean of the whole array. Each column has its own, so use axis=0.")
def mean_of_the_whole_array(X):
    return divided(X, X.mean(), X.std(axis=0))


@mistake("You standardize along the rows. A column is one feature, so take its mean and standard deviation down the "
         "rows (axis=0).")
def per_row(X):
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)


@mistake("A constant column becomes NaN, because you divide 0 by 0. Leave it at 0, because its standard deviation is "
         "0.")
def divides_by_zero(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


@mistake("You add a small constant to the standard deviation, which changes columns of an ordinary scale. Divide by "
         "the standard deviation itself, and treat constant columns separately.",
         constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3, 1e-2)})
def adds_eps(X, *, eps):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + eps)


@mistake("You add a small constant to the variance, which changes columns of an ordinary scale. Divide by the standard "
         "deviation itself, and treat constant columns separately.",
         constants={"eps": (1e-5, 1e-6, 1e-4, 1e-3)})
def adds_eps_under_the_root(X, *, eps):
    return (X - X.mean(axis=0)) / np.sqrt(X.var(axis=0) + eps)


@mistake("You treat a column as constant when two of its entries are equal, but 0, 1, 1, 0 varies. Compare all of its "
         "entries.", constants={"other": (-1, 1)})
def two_entries_compared(X, *, other):
    constant = X[0] == X[min(other, len(X) - 1)]
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / np.where(constant, 1.0, X.std(axis=0)))


@mistake("You divide by n - 1 (ddof=1). The task asks for the population standard deviation, which divides by n.")
def sample_deviation(X):
    return divided(X, X.mean(axis=0), np.sqrt(((X - X.mean(axis=0)) ** 2).sum(axis=0) / max(len(X) - 1, 1)))


@mistake("You divide by the variance. Take its square root, the standard deviation.")
def by_the_variance(X):
    return divided(X, X.mean(axis=0), X.var(axis=0))


@mistake("You divide by the range, max - min. Divide by the standard deviation.")
def by_the_range(X):
    return divided(X, X.mean(axis=0), X.max(axis=0) - X.min(axis=0))


@mistake("You scale each column to the range from 0 to 1. The task asks for mean 0 and standard deviation 1.")
def min_max_scaled(X):
    return divided(X, X.min(axis=0), X.max(axis=0) - X.min(axis=0))


@mistake("You subtract the mean but do not divide by the standard deviation.")
def only_centered(X):
    return X - X.mean(axis=0)


@mistake("You divide by the standard deviation but do not subtract the mean.")
def not_centered(X):
    return divided(X, 0.0, X.std(axis=0))


@mistake("You divide by the sum of squares. Divide by the standard deviation, the root of their mean.")
def by_the_sum_of_squares(X):
    return divided(X, X.mean(axis=0), ((X - X.mean(axis=0)) ** 2).sum(axis=0))


@mistake("You divide by the norm of the centered column, which leaves out the mean under the root. Divide the sum of "
         "squares by n first.")
def by_the_norm(X):
    return divided(X, X.mean(axis=0), np.sqrt(((X - X.mean(axis=0)) ** 2).sum(axis=0)))


@mistake("You return a constant column as it is. It should become 0.")
def constant_column_kept(X):
    return np.where(varying(X), divided(X, X.mean(axis=0), X.std(axis=0)), X)


@mistake("A constant column becomes 1 in your code. The task asks for 0.")
def constant_column_set(X):
    return np.where(varying(X), divided(X, X.mean(axis=0), X.std(axis=0)), 1.0)


@mistake("The values are right, but you write into X, so the caller's data changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(X):
    std = np.where(varying(X), X.std(axis=0), 1.0)
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
    centered = X - np.einsum("ij->j", X) / n
    variance = np.einsum("ij,ij->j", centered, centered) / n
    scaled = np.zeros(X.shape)
    varies = np.ptp(X, axis=0) != 0
    scaled[:, varies] = centered[:, varies] / np.sqrt(variance[varies])
    return scaled


# what most people write; it lacks only what is beyond the task
@alternative
def where_the_deviation_is_zero(X):
    std = X.std(axis=0)
    std[std == 0] = 1.0
    return (X - X.mean(axis=0)) / std


@alternative
def above_a_tiny_threshold(X):
    mean, std = np.mean(X, 0), np.std(X, 0)
    return np.where(std < 1e-12, 0.0, (X - mean) / np.where(std < 1e-12, 1.0, std))


@alternative
def with_an_eps(X):
    return (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8)


# the first row is subtracted for what is beyond the task: constant columns whose mean is rounded
