"""Mean imputation: per column, over the entries that are present, on a copy."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, fresh, mistake, says

CHECKS = (close(), fresh())

nan = np.nan


def holed(rng, n, d, share):
    """Random entries of which some are missing, though one at least is present in each column."""
    X = rng.normal(5.0, 3.0, size=(n, d))
    holes = rng.random((n, d)) < share
    holes[rng.integers(n, size=d), np.arange(d)] = False
    holes[np.argmax(~holes[:, 0]) - 1, 0] = True  # and one is missing, next to the first that is present
    X[holes] = nan
    return X


def cases(rng):
    yield Case("one gap", np.array([[1.0, nan], [3.0, 5.0], [2.0, 9.0]]))
    yield Case("one present value is the mean", np.array([[nan, 2.0], [8.0, nan], [nan, 4.0]]))
    yield Case("one column", np.array([[4.0], [nan], [nan], [1.0]]))
    yield Case("columns of different size", np.array([[1e6, 1e-3], [nan, 3e-3], [3e6, nan], [5e6, 8e-3]]))
    yield Case("zeros count as present", np.array([[0.0, -1.0], [nan, nan], [0.0, 1.0], [9.0, 6.0]]))
    yield Case("random gaps", holed(rng, 5, 3, 0.4))
    yield Case("more columns than rows", holed(rng, 3, 5, 0.5))
    yield Case("random gaps in a square", holed(rng, 4, 4, 0.4))
    n = np.arange(300)
    gaps = np.where(n % 15 == 0, nan, np.cos(n))
    yield Case("three hundred rows", np.stack([gaps, np.where(n < 298, nan, n)], axis=1)).plain()
    yield Case("nothing missing", np.array([[1.0, 2.0], [3.0, 4.0], [6.0, 5.0]])).edge("nothing missing")
    yield Case("random, nothing missing", rng.normal(size=(4, 3))).edge("nothing missing")
    yield Case("a column without a value", np.array([[nan, 1.0], [nan, nan], [nan, 4.0]])).edge("empty columns")
    yield Case("an empty column among random ones", np.insert(holed(rng, 4, 2, 0.3), 1, nan, axis=1)).edge(
        "empty columns"
    )
    yield Case("nothing but gaps", np.full((2, 3), nan)).edge("empty columns")
    yield Case("one row, one gap", np.array([[nan, 7.0, -2.0]])).edge("one row")
    yield Case("one row, no gap", np.array([[3.0, 7.0]])).edge("one row")


def filled(X, means):
    return np.where(np.isnan(X), means, X)


def present(X, axis=0):
    """How many entries are present, at least 1."""
    return np.maximum(np.sum(~np.isnan(X), axis=axis, keepdims=True), 1)


def empty(X):
    return np.isnan(X).all(axis=0)


@mistake("You write the means into X itself, so the caller's data changes. Fill a copy.")
def in_place(X):
    means = np.nan_to_num(X).sum(axis=0, keepdims=True) / present(X)
    X[:] = filled(X, means)
    return X


@mistake("You write into X, so the caller's data changes. Fill a copy.", kind="changed", when=says("first argument"))
def in_place_and_copied(X):
    means = np.nan_to_num(X).sum(axis=0, keepdims=True) / present(X)
    X[:] = filled(X, means)
    return X.copy()


@mistake("Where nothing is missing, your result shares memory with X. Return a copy in every case.")
def no_copy_if_complete(X):
    if not np.isnan(X).any():
        return X
    return filled(X, np.nan_to_num(X).sum(axis=0, keepdims=True) / present(X))


@mistake("A column without a value stays NaN. Its entries should become 0: sum the present entries and divide by their "
         "count, at least 1.")
def empty_column_stays_nan(X):
    return filled(X, np.nanmean(X, axis=0))


@mistake("The gaps stay NaN: a plain mean over a NaN is NaN, and NaN equals nothing, not even itself. Find the gaps "
         "with np.isnan, and average only the entries that are present.")
def gaps_stay(X):
    return X.copy()


@mistake("You divide by the number of rows, so the gaps count as zeros. Divide each column's sum by the number of "
         "entries present in it.")
def gaps_count_as_zeros(X):
    return filled(X, np.nan_to_num(X).mean(axis=0))


@mistake("You fill with the mean of the whole array. Use each column's own mean.",
         constants={"guard": ("empty columns", "no entry", "none")})
def whole_array(X, *, guard):
    if guard == "none":
        return filled(X, np.nanmean(X))
    mean = np.nan_to_num(X).sum() / max(np.sum(~np.isnan(X)), 1)
    return filled(X, np.where(empty(X), 0.0, mean) if guard == "empty columns" else mean)


@mistake("You average along the rows. A column is one feature, so take the mean over axis 0.",
         constants={"guarded": (False, True)})
def row_means(X, *, guarded):
    if guarded:
        return filled(X, np.nan_to_num(X).sum(axis=1, keepdims=True) / present(X, axis=1))
    return filled(X, np.nanmean(X, axis=1, keepdims=True))


@mistake("You fill with 0 everywhere. Only a column without any value becomes 0, and the others get their mean.")
def zeros(X):
    return np.nan_to_num(X)


@mistake("You treat entries of 0 as missing. Only NaN marks a gap.")
def zeros_are_missing(X):
    gaps = np.isnan(X) | (X == 0)
    return np.where(gaps, np.nan_to_num(X).sum(axis=0) / np.maximum((~gaps).sum(axis=0), 1), X)


@mistake("You leave entries of 0 out of the mean. Only NaN marks a gap.")
def zeros_not_averaged(X):
    gaps = np.isnan(X) | (X == 0)
    return filled(X, np.nan_to_num(X).sum(axis=0) / np.maximum((~gaps).sum(axis=0), 1))


@mistake("You fill with the median. The task asks for the mean.", constants={"guarded": (True, False)})
def medians(X, *, guarded):
    means = np.nanmedian(X, axis=0)
    return filled(X, np.where(empty(X), 0.0, means) if guarded else means)


@mistake("You drop the rows that have a gap before you take the mean. Every present entry counts, even in a row where "
         "another column is missing.")
def complete_rows_only(X):
    complete = X[~np.isnan(X).any(axis=1)]
    return filled(X, complete.mean(axis=0) if len(complete) else np.zeros(X.shape[1]))


@mistake("You fill a column without any value with the mean of the whole array. Fill it with 0.")
def empty_column_gets_the_overall_mean(X):
    means = np.nan_to_num(X).sum(axis=0, keepdims=True) / present(X)
    overall = np.nan_to_num(X).sum() / max(np.sum(~np.isnan(X)), 1)
    return filled(X, np.where(empty(X), overall, means))


@alternative
def in_plain_loops(X):
    rows = [[float(value) for value in row] for row in X]
    for j in range(len(rows[0])):
        present = [row[j] for row in rows if row[j] == row[j]]
        mean = sum(present) / len(present) if present else 0.0
        for row in rows:
            if row[j] != row[j]:
                row[j] = mean
    return rows


@alternative
def with_a_masked_array(X):
    masked = np.ma.masked_invalid(X)
    means = masked.mean(axis=0).filled(0.0)
    filled = X.copy()
    rows, columns = np.nonzero(np.isnan(X))
    filled[rows, columns] = np.take(means, columns)
    return filled


@alternative
def with_nanmean_where_it_is_defined(X):
    filled = np.array(X)
    for column in filled.T:
        gaps = np.isnan(column)
        column[gaps] = 0.0 if gaps.all() else np.nanmean(column)
    return filled


@alternative
def with_nanmean_and_its_warning(X):
    return np.where(np.isnan(X), np.nan_to_num(np.nanmean(X, axis=0)), X)
