"""Six statistics for each column: the axis, the population's deviation, first ties, and integer positions."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("two columns", np.array([[1.0, 5.0], [3.0, 4.0], [8.0, 2.0]]))
    yield Case("negative entries", np.array([[-1.0, -8.0], [-4.0, -2.0], [-2.0, -3.0]]))
    yield Case("as many samples as columns", rng.normal(size=(4, 4)))
    yield Case("more samples than columns", rng.normal(size=(6, 3)))
    yield Case("more columns than samples", rng.normal(size=(3, 5)))
    yield Case("columns of different scale", rng.normal(size=(5, 3)) * [0.01, 1.0, 100.0] + [5.0, 0.0, -50.0])
    n = np.arange(300.0)
    yield Case("three hundred samples", np.stack([(n - 270) ** 2, -((n - 280) ** 2)], axis=1)).plain()
    yield Case("constant columns", np.array([[0.1, 4.0, 1.0], [0.1, 4.0, 2.0], [0.1, 4.0, 6.0]])).edge("ties")
    ties = np.array([[1.0, 3.0, 2.0], [0.0, 3.0, 5.0], [0.0, 1.0, 5.0], [1.0, 1.0, 2.0]])
    yield Case("two of each", ties).edge("ties")
    # so many that a sort which is not stable hardly ever puts the first row of a tie first
    yield Case("300 samples of three values", rng.integers(0, 3, size=(300, 4)).astype(float)).edge("ties")
    yield Case("entries that nearly tie", np.array([[1.000001, 2.0], [1.0, 2.000002], [5.0, -3.0]])).edge("ties")
    yield Case("one sample", np.array([[3.0, -1.0]])).edge("one sample")
    yield Case("one column", np.array([[2.0], [-7.0], [4.0], [1.0]])).edge("one column")
    yield Case("one entry", np.array([[5.0]])).edge("one column")
    far = np.array([[1.0, 1e8 + 1.0], [3.0, 1e8 + 2.0], [8.0, 1e8 + 4.0]])
    yield Case("a column far from 0", far).plain().beyond(
        "Near 1e8 most digits of a variance are lost unless the mean is subtracted before squaring, as np.std does. "
        "Your result for such a column is wrong.")


NAMES = ("mean", "std", "min", "max", "argmin", "argmax")


def _stats(X, **changes):
    return {name: getattr(np, name)(X, axis=0) for name in NAMES} | changes


@mistake("You aggregate along the rows. Use axis=0, which runs over the samples and leaves one number per column.")
def along_rows(X):
    return _stats(X.T)


@mistake("You aggregate over the whole array. Pass axis=0 to get one number per column.")
def whole_array(X):
    return {name: getattr(np, name)(X) for name in NAMES}


@mistake("Your std is the sample standard deviation, which divides by n - 1. Divide by n, as np.std does by default.")
def sample_deviation(X):
    return _stats(X, std=X.std(axis=0, ddof=1))


@mistake("Your std is the variance. Take its square root.")
def variance_as_std(X):
    return _stats(X, std=np.var(X, axis=0))


@mistake("Your std is the mean absolute deviation. Average the squares, and take the root.")
def absolute_deviation(X):
    return _stats(X, std=np.abs(X - X.mean(axis=0)).mean(axis=0))


def _last(argument, X):
    return len(X) - 1 - argument(X[::-1], axis=0)


@mistake("Where an entry occurs twice, you return the last of its rows. Return the first.",
         constants={"of": ("both", "argmax", "argmin")})
def last_of_a_tie(X, *, of):
    last = {"argmin": _last(np.argmin, X), "argmax": _last(np.argmax, X)}
    return _stats(X, **(last if of == "both" else {of: last[of]}))


@mistake("A sort may not put the first row of a tie where you look for it. Use np.argmin and np.argmax.",
         when=uses("np.argsort"), constants={"of": ("both", "argmin", "argmax")})
def positions_by_sorting(X, *, of):
    order = np.argsort(X, axis=0)
    last = {"argmin": order[0], "argmax": order[-1]}
    return _stats(X, **(last if of == "both" else {of: last[of]}))


@mistake("You treat entries that nearly tie as equal. Only equal entries tie, so use np.argmin and np.argmax.",
         when=uses("np.isclose"), constants={"of": ("both", "argmin", "argmax")})
def near_ties(X, *, of):
    near = {
        "argmin": np.isclose(X, X.min(axis=0)).argmax(axis=0),
        "argmax": np.isclose(X, X.max(axis=0)).argmax(axis=0),
    }
    return _stats(X, **(near if of == "both" else {of: near[of]}))


@mistake("Your positions are floats. Indices are integers, so keep argmin and argmax out of a float array.")
def float_positions(X):
    return _stats(X, argmin=np.argmin(X, axis=0) * 1.0, argmax=np.argmax(X, axis=0) * 1.0)


@mistake("Your argmin and argmax hold values. They should hold the rows of the smallest and largest entries.")
def values_as_positions(X):
    return _stats(X, argmin=np.min(X, axis=0), argmax=np.max(X, axis=0))


@mistake("Your argmin and argmax are single numbers, counted through the whole array. Pass axis=0 to them too.")
def positions_of_the_whole_array(X):
    return _stats(X, argmin=np.argmin(X), argmax=np.argmax(X))


@mistake("Your argmin and argmax count through the flattened array. They should count the rows of each column.")
def flat_positions(X):
    n, d = X.shape
    return _stats(X, argmin=X.argmin(axis=0) * d + np.arange(d), argmax=X.argmax(axis=0) * d + np.arange(d))


@mistake("Your arrays are (1, d), with the reduced axis kept. Leave out keepdims to get (d,).")
def axis_kept(X):
    return {name: value[None, :] for name, value in _stats(X).items()}


@mistake("Your mean, std, min and max are (1, d), with the reduced axis kept. Leave out keepdims to get (d,).")
def axis_of_four_kept(X):
    stats = _stats(X)
    return stats | {name: stats[name][None, :] for name in NAMES[:4]}


@mistake("squeeze() also drops the only column, so your arrays have no axis. Return shape (1,).",
         when=uses("squeeze"))
def squeezed(X):
    return {name: np.squeeze(value) for name, value in _stats(X).items()}


@mistake("Your argmin and argmax are swapped.")
def positions_swapped(X):
    return _stats(X, argmin=np.argmax(X, axis=0), argmax=np.argmin(X, axis=0))


@mistake("Your min and max are swapped.")
def extremes_swapped(X):
    return _stats(X, min=np.max(X, axis=0), max=np.min(X, axis=0))


@mistake("Your argmax compares absolute values. A large negative entry is a small one.")
def argmax_by_absolute_value(X):
    return _stats(X, argmax=np.abs(X).argmax(axis=0))


@mistake("Your max and argmax compare absolute values. A large negative entry is a small one.")
def max_by_absolute_value(X):
    at = np.abs(X).argmax(axis=0)
    return _stats(X, max=X[at, np.arange(X.shape[1])], argmax=at)


@mistake("Your max is never below 0, which is wrong for a column of negative entries. Start from an entry of the "
         "column.")
def max_from_zero(X):
    return _stats(X, max=np.max(X, axis=0, initial=0.0))


@mistake("Your min is never above 0, which is wrong for a column of positive entries. Start from an entry of the "
         "column.")
def min_from_zero(X):
    return _stats(X, min=np.min(X, axis=0, initial=0.0))


@mistake("Your mean is the median, and the two differ unless a column is symmetric. Use np.mean.")
def median_as_mean(X):
    return _stats(X, mean=np.median(X, axis=0))


@alternative
def plain_loops(X):
    stats = {name: [] for name in NAMES}
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


@alternative
def in_one_pass(X):
    mean = X.mean(axis=0)
    variance = (X.astype(float) ** 2).mean(axis=0) - mean.astype(float) ** 2
    return _stats(X, std=np.sqrt(np.maximum(variance, 0.0)))
