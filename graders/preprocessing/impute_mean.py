"""Mean imputation: per column, over the entries that are present, on a copy."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, fresh, mistake

CHECKS = (close(), fresh())

nan = np.nan


def holed(rng, n, d, share):
    """Random entries of which some are missing, though one at least is present in each column."""
    X = rng.normal(5.0, 3.0, size=(n, d))
    holes = rng.random((n, d)) < share
    holes[rng.integers(n, size=d), np.arange(d)] = False
    X[holes] = nan
    return X


def cases(rng):
    yield Case("one gap", np.array([[1.0, nan], [3.0, 5.0], [2.0, 9.0]]))
    yield Case("nothing missing", np.array([[1.0, 2.0], [3.0, 4.0]]))
    yield Case("one present value is the mean", np.array([[nan, 2.0], [8.0, nan], [nan, 4.0]]))
    yield Case("a column without a value", np.array([[nan, 1.0], [nan, nan], [nan, 4.0]]))
    yield Case("one row, one gap", np.array([[nan, 7.0, -2.0]]))
    yield Case("one column", np.array([[4.0], [nan], [nan], [1.0]]))
    yield Case("nothing but gaps", np.full((2, 3), nan))
    yield Case("columns of different size", np.array([[1e6, 1e-3], [nan, 3e-3], [3e6, nan], [5e6, 8e-3]]))
    yield Case("zeros count as present", np.array([[0.0, -1.0], [nan, nan], [0.0, 1.0], [9.0, 6.0]]))
    yield Case("random gaps", holed(rng, 5, 3, 0.4))
    yield Case("more columns than rows", holed(rng, 3, 5, 0.5))
    yield Case("random gaps in a square", holed(rng, 4, 4, 0.4))
    yield Case("random, nothing missing", rng.normal(size=(4, 3)))
    n = np.arange(300)
    gaps = np.where(n % 15 == 0, nan, np.cos(n))
    yield Case("three hundred rows", np.stack([gaps, np.where(n < 298, nan, n)], axis=1)).plain()


@mistake("You write the means into X itself. The caller's data change with it: fill a copy.")
def in_place(X):
    missing = np.isnan(X)
    present = np.maximum(np.sum(~missing, axis=0), 1)
    means = np.where(missing, 0.0, X).sum(axis=0) / present
    rows, columns = np.where(missing)
    X[rows, columns] = means[columns]
    return X


@mistake("Where nothing is missing you return X itself; the task asks for a copy in every case.")
def no_copy_if_complete(X):
    missing = np.isnan(X)
    if not missing.any():
        return X
    means = np.where(missing, 0.0, X).sum(axis=0) / np.maximum(np.sum(~missing, axis=0), 1)
    return np.where(missing, means, X)


@mistake("A column without a value stays NaN, and its mean warns. Its entries should become 0: "
         "sum the present entries and divide by their count, at least 1.")
def empty_column_stays_nan(X):
    filled = X.copy()
    rows, columns = np.where(np.isnan(X))
    filled[rows, columns] = np.nanmean(X, axis=0)[columns]
    return filled


@mistake("np.nanmean warns on a column without a value, although you replace its NaN by 0 afterwards. "
         "Compute that column's mean without dividing 0 by 0.")
def warns_on_an_empty_column(X):
    means = np.nan_to_num(np.nanmean(X, axis=0))
    return np.where(np.isnan(X), means, X)


@mistake("You divide by the number of rows, so the gaps count as zeros. Divide each column's sum by the "
         "number of entries present in it.")
def gaps_count_as_zeros(X):
    return np.where(np.isnan(X), np.nan_to_num(X).mean(axis=0), X)


@mistake("You fill with one mean for the whole array; each column has its own.")
def whole_array(X):
    missing = np.isnan(X)
    mean = np.where(missing, 0.0, X).sum() / max(np.sum(~missing), 1)
    return np.where(missing, mean, X)


@mistake("You average along the rows. A column is one feature: take the mean over axis 0.")
def row_means(X):
    missing = np.isnan(X)
    means = np.where(missing, 0.0, X).sum(axis=1) / np.maximum(np.sum(~missing, axis=1), 1)
    return np.where(missing, means[:, None], X)


@mistake("You fill with 0 everywhere; only a column without any value becomes 0, the others get their mean.")
def zeros(X):
    return np.nan_to_num(X)


@mistake("You fill with the median; the task asks for the mean.")
def medians(X):
    filled = X.copy()
    for j in range(X.shape[1]):
        present = X[~np.isnan(X[:, j]), j]
        filled[np.isnan(X[:, j]), j] = np.median(present) if len(present) else 0.0
    return filled


@mistake("You drop the rows that have a gap before you take the mean. Every present entry counts, also in a "
         "row where another column is missing.")
def complete_rows_only(X):
    complete = X[~np.isnan(X).any(axis=1)]
    means = complete.mean(axis=0) if len(complete) else np.zeros(X.shape[1])
    return np.where(np.isnan(X), means, X)


@mistake("You give a column without any value the mean of the whole array; its entries should become 0.")
def empty_column_gets_the_overall_mean(X):
    missing = np.isnan(X)
    counts = np.sum(~missing, axis=0)
    filled = np.where(missing, 0.0, X)
    means = filled.sum(axis=0) / np.maximum(counts, 1)
    overall = filled.sum() / max(counts.sum(), 1)
    return np.where(missing, np.where(counts == 0, overall, means), X)


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
