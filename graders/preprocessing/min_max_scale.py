"""Min-max scaling: per column, with constant columns at 0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses


def cases(rng):
    yield Case("one column", np.array([[2.0], [4.0], [3.0]]))
    yield Case("two columns of different size", np.array([[1.0, 100.0], [2.0, 300.0], [3.0, 200.0]]))
    yield Case("negative entries", np.array([[-5.0, -1.0], [-3.0, -2.0], [-9.0, -4.0]]))
    yield Case("extremes below the first row", np.array([[3.0, 0.5], [1.0, 0.0], [7.0, 1.0], [4.0, -1.0]]))
    # the first two rows of a column may be equal, or the first and the last, and it varies all the same
    yield Case("zeros and ones", np.array([[0.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]))
    yield Case("a scale of hundredths", np.array([[0.01, 0.05], [0.06, 0.02], [0.03, 0.07]]))
    yield Case("random, tall", rng.normal(2.0, 3.0, size=(5, 3)))
    yield Case("random, wide", rng.normal(-1.0, 10.0, size=(3, 6)))
    yield Case("random, square", rng.normal(size=(4, 4)) * np.array([1.0, 10.0, 100.0, 1000.0]))
    n = np.arange(300.0)
    yield Case("three hundred rows", np.stack([(n - 270) ** 2, np.cos(n)], axis=1)).plain()
    yield Case("a constant column", np.array([[1.0, 7.0], [2.0, 7.0], [5.0, 7.0]])).edge("constant columns")
    yield Case("0.1 in every row", np.array([[0.1], [0.1], [0.1]])).edge("constant columns")
    yield Case("a column of zeros", np.array([[0.0, 4.0], [0.0, -4.0]])).edge("constant columns")
    yield Case("a constant column among random ones", np.insert(rng.normal(size=(4, 2)), 1, -3.0, axis=1)).edge(
        "constant columns"
    )
    yield Case("one row", np.array([[5.0, -3.0, 0.0]])).edge("one row")
    seconds = np.array([[1.7e9, 1e5], [1.7e9 + 60, 1e5 + 0.5], [1.7e9 + 90, 1e5 + 0.25]])
    yield Case("timestamps", seconds).plain().edge("far from zero")
    yield Case("a narrow column", np.array([[0.0], [1e-13], [4e-13]])).plain().beyond(
        "The column (0, 1e-13, 4e-13) varies, so it should become (0, 0.25, 1), and in your result it does not. Treat "
        "only a range of exactly 0 as constant."
    )


@mistake("You take the minimum and maximum over the whole array. Each column has its own, so use axis=0.",
         constants={"guarded": (False, True)})
def whole_array(X, *, guarded):
    if not guarded:
        return (X - X.min()) / (X.max() - X.min())
    varies = X.max(axis=0) > X.min(axis=0)
    return np.where(varies, (X - X.min()) / max(X.max() - X.min(), 1e-300), 0.0)


@mistake("You scale along the rows. A column is one feature, so take its minimum and maximum down the rows (axis=0).")
def per_row(X):
    low, high = X.min(axis=1, keepdims=True), X.max(axis=1, keepdims=True)
    return (X - low) / (high - low)


@mistake("A constant column becomes NaN, because you divide 0 by 0. Leave it at 0, because its range is 0.")
def divides_by_zero(X):
    return (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))


@mistake("You look for constant columns by their standard deviation, which rounding makes 1e-17 for three entries of "
         "0.1. Compare the minimum with the maximum.", when=uses("np.std", "np.var"))
def constant_by_deviation(X):
    return (X - X.min(axis=0)) / np.where(X.std(axis=0) == 0, 1.0, X.max(axis=0) - X.min(axis=0))


@mistake("You add a small constant to the range, which shrinks columns of an ordinary size. Leave the range as it is, "
         "and treat a range of 0 separately.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-7)})
def adds_eps(X, *, eps):
    return (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0) + eps)


@mistake("You treat a column as constant when its entries are nearly equal, but timestamps that differ by a millionth "
         "still vary. Check for a range of exactly 0.", when=uses("np.isclose", "np.allclose"))
def nearly_equal_is_constant(X):
    low, high = X.min(axis=0), X.max(axis=0)
    constant = np.isclose(low, high)
    return np.where(constant, 0.0, (X - low) / np.where(constant, 1.0, high - low))


@mistake("You return a constant column as it is. It should become 0.")
def constant_column_kept(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return np.where(high > low, (X - low) / np.where(high > low, high - low, 1.0), X)


@mistake("A constant column becomes {value} in your code. The task asks for 0.", constants={"value": (0.5, 1.0)})
def constant_column_set(X, *, value):
    low, high = X.min(axis=0), X.max(axis=0)
    return np.where(high > low, (X - low) / np.where(high > low, high - low, 1.0), value)


@mistake("You divide by the maximum. Divide by the range, max - min.")
def divides_by_the_maximum(X):
    shifted, high = X - X.min(axis=0), X.max(axis=0)
    return shifted / np.where(high == 0, 1.0, high)


@mistake("You divide each column by its maximum only. Subtract the minimum first, and divide by the range, max - min.")
def only_divides_by_the_maximum(X):
    return X / np.where(X.max(axis=0) == 0, 1.0, X.max(axis=0))


@mistake("You divide X by its range without subtracting the minimum first.")
def not_shifted(X):
    spread = X.max(axis=0) - X.min(axis=0)
    return np.where(spread > 0, X / np.where(spread > 0, spread, 1.0), 0.0)


@mistake("You subtract the minimum but do not divide by the range.")
def only_shifted(X):
    return X - X.min(axis=0)


@mistake("Your scale is flipped: the largest entry becomes 0 and the smallest 1. Subtract the minimum from X.")
def flipped(X):
    low, spread = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return np.where(spread > 0, (low + spread - X) / np.where(spread > 0, spread, 1.0), 0.0)


@mistake("You scale to [-1, 1]. The task asks for [0, 1].")
def to_minus_one(X):
    low, spread = X.min(axis=0), X.max(axis=0) - X.min(axis=0)
    return np.where(spread > 0, 2 * (X - low) / np.where(spread > 0, spread, 1.0) - 1, 0.0)


@mistake("You divide by the standard deviation. Divide by the range, max - min.")
def by_the_deviation(X):
    varies = X.max(axis=0) > X.min(axis=0)
    return np.where(varies, (X - X.min(axis=0)) / np.where(varies, X.std(axis=0), 1.0), 0.0)


@mistake("You subtract the mean and divide by the standard deviation. The task asks for minimum and range.")
def standardized(X):
    varies = X.max(axis=0) > X.min(axis=0)
    return np.where(varies, (X - X.mean(axis=0)) / np.where(varies, X.std(axis=0), 1.0), 0.0)


@mistake("The values are right, but you write into X, so the caller's data changes. Build a new array.",
         kind="changed", when=says("first argument"))
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


@alternative
def with_nan_to_num(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return np.nan_to_num((X - low) / (high - low))


@alternative
def with_an_eps(X):
    low, high = X.min(axis=0), X.max(axis=0)
    return (X - low) / (high - low + 1e-8)
