"""Six statistics for each column: the axis, the population's deviation, first ties, and integer positions."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one sample", np.array([[3.0, -1.0]]))
    yield Case("one entry", np.array([[5.0]]))
    yield Case("two columns", np.array([[1.0, 5.0], [3.0, 4.0], [8.0, 2.0]]))
    yield Case("one column", np.array([[2.0], [-7.0], [4.0], [1.0]]))
    yield Case("ties", np.array([[1.0, 3.0, 2.0], [0.0, 3.0, 5.0], [0.0, 1.0, 5.0], [1.0, 1.0, 2.0]]))
    yield Case("constant columns", np.array([[0.1, 4.0, 1.0], [0.1, 4.0, 2.0], [0.1, 4.0, 6.0]]))
    yield Case("negative entries", np.array([[-1.0, -8.0], [-4.0, -2.0], [-2.0, -3.0]]))
    yield Case("as many samples as columns", rng.normal(size=(4, 4)))
    yield Case("more samples than columns", rng.normal(size=(6, 3)))
    yield Case("more columns than samples", rng.normal(size=(3, 5)))
    yield Case("a column far from 0", np.array([[1.0, 1e8 + 1.0], [3.0, 1e8 + 2.0], [8.0, 1e8 + 4.0]])).plain()
    yield Case("columns of different scale", rng.normal(size=(5, 3)) * [0.01, 1.0, 100.0] + [5.0, 0.0, -50.0])
    yield Case("a column of small scale", 1e-6 * np.array([[1.0], [2.0], [4.0]]))
    n = np.arange(300.0)
    yield Case("three hundred samples", np.stack([(n - 270) ** 2, -((n - 280) ** 2)], axis=1)).plain()


def _stats(X, **changes):
    stats = {name: getattr(np, name)(X, axis=0) for name in ("mean", "std", "min", "max", "argmin", "argmax")}
    return stats | changes


@mistake("You aggregate along the rows. axis=0 runs over the samples and leaves one number for each column.")
def along_rows(X):
    return _stats(X.T)


@mistake("You aggregate over the whole array; pass axis=0 to get one number for each column.")
def whole_array(X):
    return {name: getattr(np, name)(X) for name in ("mean", "std", "min", "max", "argmin", "argmax")}


@mistake("Your std is the sample's, dividing by n - 1. The population's is asked for, which is np.std's "
         "default.")
def sample_deviation(X):
    return _stats(X, std=np.sqrt(((X - X.mean(axis=0)) ** 2).sum(axis=0) / max(len(X) - 1, 1)))


@mistake("Your std is the variance: take its square root.")
def variance_as_std(X):
    return _stats(X, std=np.var(X, axis=0))


@mistake("You compute std from the mean of the squares minus the squared mean. Far from 0 two huge numbers cancel "
         "and little is left: subtract the mean first, or call np.std.")
def deviation_in_one_pass(X):
    squares = X.astype(np.float64) ** 2
    return _stats(X, std=np.sqrt(np.maximum(squares.mean(axis=0) - X.mean(axis=0) ** 2, 0)))


@mistake("Where the smallest or largest entry occurs twice, your position is the last one. The first is "
         "asked for.")
def last_of_a_tie(X):
    n = len(X)
    return _stats(X, argmin=n - 1 - np.argmin(X[::-1], axis=0), argmax=n - 1 - np.argmax(X[::-1], axis=0))


@mistake("Your positions are floats. Indices are integers: keep argmin and argmax out of a float array.")
def float_positions(X):
    return _stats(X, argmin=np.argmin(X, axis=0) * 1.0, argmax=np.argmax(X, axis=0) * 1.0)


@mistake("argmin and argmax give values in yours. They are the rows in which the smallest and largest "
         "entries stand.")
def values_as_positions(X):
    return _stats(X, argmin=np.min(X, axis=0), argmax=np.max(X, axis=0))


@mistake("You kept the reduced axis, so that each array is (1, d). (d,) is asked for: leave out keepdims.")
def axis_kept(X):
    return {name: value[None, :] for name, value in _stats(X).items()}


@mistake("Your argmin and argmax are exchanged.")
def positions_exchanged(X):
    return _stats(X, argmin=np.argmax(X, axis=0), argmax=np.argmin(X, axis=0))


@mistake("Your mean is the median. They agree only for symmetric columns.")
def median_as_mean(X):
    return _stats(X, mean=np.median(X, axis=0))


@alternative
def plain_loops(X):
    stats = {name: [] for name in ("mean", "std", "min", "max", "argmin", "argmax")}
    for column in X.T.tolist():
        mean = sum(column) / len(column)
        stats["mean"].append(mean)
        stats["std"].append((sum((value - mean) ** 2 for value in column) / len(column)) ** 0.5)
        stats["min"].append(min(column))
        stats["max"].append(max(column))
        stats["argmin"].append(column.index(min(column)))
        stats["argmax"].append(column.index(max(column)))
    return stats


@alternative
def by_fancy_indexing(X):
    low, high, columns = X.argmin(0), X.argmax(0), np.arange(X.shape[1])
    mean = X.sum(0) / X.shape[0]
    std = np.sqrt(((X - mean) ** 2).mean(0))
    return dict(argmax=high, argmin=low, max=X[high, columns], min=X[low, columns], mean=mean, std=std)
