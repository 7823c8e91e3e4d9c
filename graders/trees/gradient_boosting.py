"""Gradient boosting: from the mean, on residuals, by squared error over both sides, a step of lr at a time.

Random data are drawn so that the least error of every round stands clear of the next, and queries so that they stand
clear of the thresholds.
"""

from itertools import pairwise

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

EQUIVALENT = {
    "gradient_boosting: X_train[:, feature] <= threshold -> X_train[:, feature] < threshold in `left = np.array(…)`":
        "A threshold lies between two values of the training samples and equals none.",
    "gradient_boosting: np.sum -> np.mean in `errors = np.sum((residuals - answers) ** 2, axis=1)`":
        "The order of the errors is the same, and the tolerance is still far above rounding and far below other gaps.",
    "gradient_boosting: np.sum -> np.mean in `best = np.argmax(…)`":
        "Errors that are equal up to rounding are some 1e-16 of the sum apart, and others much more than 1e-12.",
    "gradient_boosting: 1e-12 -> 2e-12 in `best = np.argmax(…)` at `1e-12 * np.sum(residuals ** 2)`":
        "Errors that are equal up to rounding are some 1e-16 of the sum apart, and others much more than 2e-12.",
    "gradient_boosting: errors <= errors.min() + 1e-12 * np.sum(…) -> errors < errors.min() + 1e-12 * np.sum(…) in "
    "`best = np.argmax(…)`":
        "They differ only where all residuals are 0, and argmax of all False is the first stump as well.",
}


def cases(rng):
    def problem(n, d, rounds, lr, gap=1e-3, m=6):
        X, y = clear(rng, n, d, rounds, lr, gap)
        queries = np.round(rng.normal(scale=4.0, size=(m, d)), 2) + 0.003  # thresholds are multiples of 0.005
        return X, y, queries, rounds, lr

    line, y = np.arange(1.0, 5.0)[:, None], np.array([1.0, 1.0, 5.0, 9.0])
    asked = np.array([[0.0], [3.2], [9.0]])
    yield Case("one round with lr 1", line, np.array([1.0, 1.0, 5.0, 5.0]), asked, 1, 1.0)
    yield Case("one round with lr 0.5", line, y, asked, 1, 0.5)
    yield Case("two rounds", line, y, asked, 2, 0.5)
    yield Case("three rounds with lr 1", line, np.array([1.0, 2.0, 6.0, 4.0]), asked, 3, 1.0)
    pair = np.array([[3.0, 1.0], [1.0, 2.0], [4.0, 3.0], [2.0, 4.0], [5.0, 5.0]])
    yield Case("the second feature", pair, np.array([1.0, 1.0, 8.0, 8.0, 8.0]), pair[:3] + 0.25, 1, 0.5)
    yield Case("sides of different size", np.arange(1.0, 7.0)[:, None], np.array([5.0, 0.0, 0.0, 0.0, 3.0, 3.0]),
               np.array([[0.0], [2.6], [8.0]]), 1, 1.0)  # fmt: skip
    yield Case("random, one feature", *problem(7, 1, 3, 0.5))
    yield Case("random, three features", *problem(9, 3, 4, 0.3))
    yield Case("random, one query", *problem(8, 2, 3, 0.8, m=1))
    yield Case("random, as many features as samples", *problem(6, 6, 2, 0.5))
    yield Case("random, more features than samples", *problem(5, 7, 1, 0.5))
    yield Case("random, ten rounds", *problem(12, 2, 10, 0.1))
    yield Case("random, a learning rate above 1", *problem(8, 2, 3, 1.25))
    yield Case("random, sixty samples", *problem(60, 3, 8, 0.3, 1e-6)).plain()

    twice = np.array([[1.0], [2.0], [1.0], [2.0], [5.0], [2.0]])
    yield Case("three distinct values", twice, np.array([4.0, 0.0, 1.0, 2.0, 9.0, 1.0]), asked - 0.1, 2, 0.5
               ).edge("repeated values")  # fmt: skip
    across = np.array([[1.0], [2.0], [2.0], [3.0]])
    for name, middle in (("equal values with unlike targets", [0.0, 10.0]), ("in another order", [10.0, 0.0])):
        yield Case(name, across, np.array([1.0, *middle, 10.0]), asked, 1, 0.5).edge("repeated values")
    mixed = np.array([[0.0, 2.0], [1.0, 2.0], [0.0, 4.0], [1.0, 4.0], [1.0, 7.0]])
    yield Case("repeated values in two columns", mixed, np.array([0.0, 1.0, 5.0, 7.0, 3.0]), mixed[::2] + 0.25, 3, 0.5
               ).edge("repeated values")  # fmt: skip
    yield Case("a query on the threshold", line, y, np.array([[2.5], [1.0]]), 1, 0.5).edge("on a threshold")
    yield Case("queries on several thresholds", line, y, np.array([[1.5], [2.5], [3.5]]), 4, 0.5
               ).edge("on a threshold")  # fmt: skip

    def tied(name, X_train, y_train, rounds=1):
        queries = np.unique(X_train, axis=0) + 0.25
        return Case(name, X_train, np.array(y_train, dtype=float), queries, rounds, 0.5).plain().edge("ties")

    corners = np.array([[1.0, 4.0], [1.0, 2.0], [3.0, 2.0], [3.0, 4.0]])
    yield tied("two features as good", corners, [0, 8, 16, 8])
    yield tied("the lower feature has the higher threshold", corners * [10.0, 1.0], [0, 8, 16, 8])
    yield tied("two thresholds as good", np.array([[1.0], [2.0], [3.0]]), [3, 0, 3])
    yield tied("equal columns", np.array([[1.0, 1.0], [2.0, 2.0], [4.0, 4.0]]), [0, 2, 7], 2)
    for name, X_train, y_train, rounds in rounding():
        queries = np.unique(X_train, axis=0) + 0.25
        yield Case(name, X_train, y_train, queries, rounds, 0.5).plain().edge("rounding")

    yield Case("a column of equal values", np.insert(line, 0, 0.1, axis=1), y, np.insert(asked, 0, 0.2, axis=1), 2, 0.5
               ).edge("constant features")  # fmt: skip
    yield Case("equal rows", np.full((3, 2), 0.1), np.array([1.0, 2.0, 6.0]), np.array([[0.0, 1.0], [0.1, 0.1]]), 2, 0.5
               ).edge("constant features")  # fmt: skip
    yield Case("one sample", np.array([[3.0, 1.0]]), np.array([-2.0]), pair[:3], 2, 0.5).edge("constant features")
    yield Case("equal targets", line, np.full(4, 3.0), asked, 2, 0.5).edge("constant features")


def rounding():
    """Data whose least errors are equal but for rounding, in the first or second round."""
    line = np.arange(1.0, 6.0)[:, None]
    yield "mirrored targets", line, np.array([0.5, 0.1, 0.4, 0.1, 0.5]), 1
    yield "equal in the second round", line[:4], np.array([0.1, 0.3, 0.3, 0.5]), 2
    X = np.array([[6.0, 4.0], [2.0, 3.0], [3.0, 2.0], [2.0, 3.0], [3.0, 1.0], [2.0, 3.0]])
    yield "two features", X, np.array([1.0, 0.0, 0.0, 2.0, 1.0, 0.0]), 1
    X = np.array([[4.0, 5.0], [6.0, 1.0], [5.0, 6.0], [6.0, 4.0], [5.0, 7.0], [8.0, 8.0], [7.0, 7.0], [4.0, 5.0]])
    yield "eight samples, two rounds", X, np.array([2.0, 0.0, 3.0, 3.0, 2.0, 4.0, 2.0, 0.0]), 2


def clear(rng, n, d, rounds, lr, gap):
    """Random samples and targets, with one best stump in each round."""
    while True:
        X, y = np.round(rng.normal(scale=3.0, size=(n, d)), 2), np.round(rng.normal(scale=5.0, size=n), 1)
        if margin(X, y, rounds, lr) > gap:
            return X, y


def margin(X, y, rounds, lr):
    """By how much of the squared residuals the least error is below the next, in the closest of the rounds."""
    splits, least, fitted = splits_of(X), np.inf, np.full(len(y), y.mean())
    left = sides(X, splits)
    for _ in range(rounds):
        low, high, answers, errors = fit(left, y - fitted)
        best, second = np.partition(errors, 1)[:2]
        least = min(least, (second - best) / np.sum((y - fitted) ** 2))
        if least <= 0:
            break
        fitted = fitted + lr * answers[errors.argmin()]
    return least


def splits_of(X):
    return [(j, (low + high) / 2) for j, column in enumerate(X.T) for low, high in pairwise(np.unique(column).tolist())]


def sides(X, splits):
    features, thresholds = (np.array(each) for each in zip(*splits))
    return X.T[features] <= thresholds[:, None]


def fit(left, residuals):
    """The means on both sides of each split, what it answers for each sample, and its squared error."""
    sizes = left.sum(axis=1)
    low, high = left @ residuals / sizes, ~left @ residuals / (left.shape[1] - sizes)
    answers = np.where(left, low[:, None], high[:, None])
    return low, high, answers, np.sum((residuals - answers) ** 2, axis=1)


def first_of_the_least(errors, residuals):
    return int(np.argmax(errors <= errors.min() + 1e-12 * np.sum(residuals**2)))


def boost(X_train, y_train, X, n_rounds, lr, start=np.mean, splits=None, choose=first_of_the_least, error_of=None,
          leaf_of=None, residual_of=np.subtract, train_lr=None, shown=lambda feature, threshold: threshold,
          asks=np.less_equal, swap=False):  # fmt: skip
    """Gradient boosting with one step replaced."""
    first = float(start(y_train))
    fitted, predicted = np.full(len(y_train), first), np.full(len(X), first)
    splits = splits_of(X_train) if splits is None else splits
    if not splits:
        return predicted
    left = sides(X_train, splits)
    for _ in range(n_rounds):
        residuals = residual_of(y_train, fitted)
        low, high, answers, errors = fit(left, residuals)
        if leaf_of is not None:
            low, high = leaf_of(left, residuals), leaf_of(~left, residuals)
            answers = np.where(left, low[:, None], high[:, None])
        if error_of is not None:
            errors = error_of(left, residuals)
        best = choose(errors, residuals)
        feature, threshold = splits[best]
        goes_left = asks(X[:, feature], shown(feature, threshold))
        fitted = fitted + (lr if train_lr is None else train_lr) * answers[best]
        predicted = predicted + lr * np.where(goes_left != swap, low[best], high[best])
    return predicted


@mistake("Your predictions start at 0. Start at the mean of y_train.")
def starts_at_zero(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, start=lambda y: 0.0)


@mistake("Your predictions start at the median of y_train. Start at its mean, which has the least squared error.")
def median_start(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, start=np.median)


@mistake("You scale the mean at the start by lr too. lr belongs to the stumps.")
def mean_scaled_too(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr) + (lr - 1) * y_train.mean()


@mistake("Your residuals are {what}. Fit the plain residuals, y_train minus the current predictions.",
         constants={"what": ("twice as large, as in the derivative of (y - F)^2", "divided by the number of samples",
                             "twice as large and divided by the number of samples")})
def scaled_residuals(X_train, y_train, X, n_rounds, lr, *, what):
    factor = (2 if "twice" in what else 1) / (len(y_train) if "divided" in what else 1)
    return boost(X_train, y_train, X, n_rounds, lr, residual_of=lambda y, fitted: factor * (y - fitted))


@mistake("You leave lr out. Add lr times the stump's answer.")
def no_learning_rate(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, 1.0)


@mistake("You scale the predictions for X by lr, but subtract the whole answer from the residuals. The training "
         "samples take the same step.")
def whole_step_in_training(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, train_lr=1.0)


@mistake("You scale the step by lr in training, but not for X. Both take the same step.")
def whole_step_for_queries(X_train, y_train, X, n_rounds, lr):
    mean = y_train.mean()
    return mean + (boost(X_train, y_train, X, n_rounds, lr) - mean) / lr


@mistake("You fit every stump to y_train. Fit it to the residuals, y_train minus the current predictions.")
def fits_the_targets(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, residual_of=lambda y, fitted: y)


@mistake("Your residuals have the wrong sign, so each step goes away from the targets. They are y_train minus the "
         "predictions.")
def residuals_negated(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, residual_of=lambda y, fitted: fitted - y)


@mistake("Every round fits the residuals of the start. Compute the residuals again after each step.")
def residuals_never_change(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, residual_of=lambda y, fitted: y - y.mean())


@mistake("You return the last stump's step alone. Add all steps to the mean.")
def last_step_only(X_train, y_train, X, n_rounds, lr):
    before = boost(X_train, y_train, X, n_rounds - 1, lr)
    return boost(X_train, y_train, X, n_rounds, lr) - before + y_train.mean()


@mistake("You average the steps. Add them up.")
def average_of_the_steps(X_train, y_train, X, n_rounds, lr):
    mean = y_train.mean()
    return mean + (boost(X_train, y_train, X, n_rounds, lr) - mean) / n_rounds


@mistake("You leave out the mean at the end. The prediction is the mean of y_train plus all steps.")
def mean_left_out(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr) - y_train.mean()


@mistake("You do one round too {what}. n_rounds counts the stumps.", constants={"what": ("few", "many")})
def another_number_of_rounds(X_train, y_train, X, n_rounds, lr, *, what):
    return boost(X_train, y_train, X, n_rounds + (1 if what == "many" else -1), lr)


def variances(left, residuals):
    """Of the left side of each split."""
    sizes = left.sum(axis=1)
    means = left @ residuals / sizes
    return np.sum(np.where(left, (residuals - means[:, None]) ** 2, 0.0), axis=1) / sizes


@mistake("You add the variances of both sides without their sizes. The squared error is a sum over samples, so a side "
         "counts by its number of samples.")
def unweighted_variances(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr,
                 error_of=lambda left, residuals: variances(left, residuals) + variances(~left, residuals))


@mistake("You choose the stump by absolute error. Take the least squared error.")
def absolute_error(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr,
                 error_of=lambda left, residuals: np.abs(residuals - fit(left, residuals)[2]).sum(axis=1))


@mistake("You take the split whose sides' means are farthest apart. Take the one of least squared error.")
def means_farthest_apart(X_train, y_train, X, n_rounds, lr):
    def error_of(left, residuals):
        low, high, _, _ = fit(left, residuals)
        return -np.abs(low - high)

    return boost(X_train, y_train, X, n_rounds, lr, error_of=error_of)


@mistake("You take the stump of the largest error. Take the least.")
def largest_error(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, choose=lambda errors, residuals: int(errors.argmax()))


@mistake("Each side answers the median of its residuals. It answers their mean.")
def medians(X_train, y_train, X, n_rounds, lr):
    def leaf_of(left, residuals):
        return np.array([np.median(residuals[row]) for row in left])

    return boost(X_train, y_train, X, n_rounds, lr, leaf_of=leaf_of)


@mistake("Each side answers the sum of its residuals. It answers their mean.")
def sums(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, leaf_of=lambda left, residuals: left @ residuals)


@mistake("You divide the sum of a side's residuals by its size plus 1, as XGBoost does with lambda = 1. Here a side "
         "answers the plain mean.")
def shrunken_means(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr,
                 leaf_of=lambda left, residuals: left @ residuals / (left.sum(axis=1) + 1))


@mistake("You swap the sides for X. A sample with x <= threshold gets the mean of the lower side.")
def sides_swapped(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, swap=True)


@mistake("A sample of X that lies on the threshold goes to the upper side in your code. x <= threshold is the lower "
         "side.")
def strictly_below(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, asks=np.less)


@mistake("You use the values themselves as thresholds. Take the middle of neighboring distinct values.",
         constants={"side": ("lower", "upper")})
def thresholds_at_values(X_train, y_train, X, n_rounds, lr, *, side):
    def shown(feature, threshold):
        values = np.unique(X_train[:, feature])
        return values[np.searchsorted(values, threshold) - (side == "lower")]

    return boost(X_train, y_train, X, n_rounds, lr, shown=shown, asks=np.less_equal if side == "lower" else np.less)


@mistake("You cut the sorted samples between any two neighbors, also where their values are equal. No threshold "
         "separates those, so use the distinct values.",
         constants={"kind": ("quicksort", "stable")})
def cuts_equal_values(X_train, y_train, X, n_rounds, lr, *, kind):
    cuts = []
    for j, column in enumerate(X_train.T):
        order = np.argsort(column, kind=kind)
        for k in range(1, len(order)):
            row = np.zeros(len(order), dtype=bool)
            row[order[:k]] = True
            cuts.append(((j, (column[order[k - 1]] + column[order[k]]) / 2), row))
    fitted, predicted = np.full(len(y_train), y_train.mean()), np.full(len(X), y_train.mean())
    for _ in range(n_rounds if cuts else 0):
        low, high, _, errors = fit(np.array([row for _, row in cuts]), y_train - fitted)
        best = first_of_the_least(errors, y_train - fitted)
        feature, threshold = cuts[best][0]
        fitted = fitted + lr * np.where(X_train[:, feature] <= threshold, low[best], high[best])
        predicted = predicted + lr * np.where(X[:, feature] <= threshold, low[best], high[best])
    return predicted


@mistake("You look at the first feature only. Try the thresholds of every column.")
def first_feature_only(X_train, y_train, X, n_rounds, lr):
    return boost(X_train, y_train, X, n_rounds, lr, splits=splits_of(X_train[:, :1]))


@mistake("You use each feature once. A later stump may split the same feature again.")
def each_split_once(X_train, y_train, X, n_rounds, lr):
    splits, used = splits_of(X_train), set()

    def choose(errors, residuals):
        errors = np.where([split[0] in used for split in splits], np.inf, errors)
        best = int(np.argmax(errors <= errors.min() + 1e-12 * np.sum(residuals**2)))
        used.add(splits[best][0])
        if len({split[0] for split in splits} - used) == 0:
            used.clear()
        return best

    return boost(X_train, y_train, X, n_rounds, lr, choose=choose)


@mistake("On a tie you take the later stump. Replace the best one only if the error is smaller.")
def later_on_a_tie(X_train, y_train, X, n_rounds, lr):
    def choose(errors, residuals):
        return len(errors) - 1 - first_of_the_least(errors[::-1], residuals)

    return boost(X_train, y_train, X, n_rounds, lr, choose=choose)


@mistake("On a tie between features you take the later one. The lower feature wins.")
def later_feature_on_a_tie(X_train, y_train, X, n_rounds, lr):
    splits = sorted(splits_of(X_train), key=lambda split: (-split[0], split[1]))
    return boost(X_train, y_train, X, n_rounds, lr, splits=splits)


@mistake("On a tie within a feature you take the higher threshold. The lower one wins.")
def higher_threshold_on_a_tie(X_train, y_train, X, n_rounds, lr):
    splits = sorted(splits_of(X_train), key=lambda split: (split[0], -split[1]))
    return boost(X_train, y_train, X, n_rounds, lr, splits=splits)


@mistake("On a tie you take the lower threshold of any feature. The lower feature wins first.")
def threshold_before_feature(X_train, y_train, X, n_rounds, lr):
    splits = sorted(splits_of(X_train), key=lambda split: (split[1], split[0]))
    return boost(X_train, y_train, X, n_rounds, lr, splits=splits)


def weighted_variances(left, residuals):
    return np.array([residuals[row].var() * row.sum() + residuals[~row].var() * (~row).sum() for row in left])


def mean_squares(left, residuals):
    return np.array([np.mean((residuals - np.where(row, residuals[row].mean(), residuals[~row].mean())) ** 2)
                     for row in left])


def sums_of_sides(left, residuals):
    return np.array([((residuals[row] - residuals[row].mean()) ** 2).sum()
                     + ((residuals[~row] - residuals[~row].mean()) ** 2).sum() for row in left])


def shares_of_variances(left, residuals):
    return np.array([residuals[row].var() * row.mean() + residuals[~row].var() * (~row).mean() for row in left])


@mistake("Rounding decides between equal errors in your code. Errors that exceed the least by at most 1e-12 times the "
         "sum of the squared residuals count as equal: replace the best stump only if the error is smaller by more.",
         constants={"form": ("by sides", "mean of squares", "weighted variances", "shares", "table")})
def rounding_decides(X_train, y_train, X, n_rounds, lr, *, form):
    error_of = {"by sides": sums_of_sides, "mean of squares": mean_squares, "weighted variances": weighted_variances,
                "shares": shares_of_variances, "table": None}[form]  # fmt: skip
    return boost(X_train, y_train, X, n_rounds, lr, error_of=error_of,
                 choose=lambda errors, residuals: int(errors.argmin()))


@mistake("Where no feature varies, you return {what}. Every prediction is then the mean of y_train.",
         constants={"what": ("0", "NaN")})
def nothing_without_a_split(X_train, y_train, X, n_rounds, lr, *, what):
    if not splits_of(X_train):
        return np.full(len(X), float(what))
    return boost(X_train, y_train, X, n_rounds, lr)


def without_any(form):
    """How code fails that takes the best of no stumps."""
    if form == "unpacked":
        _, _ = None
    if form == "subscript":
        found = None
        found[0]
    {"np.min": np.min, "argmin": np.argmin, "min": min, "max": max, "np.max": np.max, "argmax": np.argmax}[form]([])


@mistake("Where no feature varies there is no stump to take the best of, and your code fails. Every prediction is "
         "then the mean of y_train.",
         constants={"form": ("argmin", "np.min", "min", "unpacked", "subscript", "max", "argmax", "np.max")})
def fails_without_a_split(X_train, y_train, X, n_rounds, lr, *, form):
    if not splits_of(X_train):
        without_any(form)
    return boost(X_train, y_train, X, n_rounds, lr)


@alternative
def sample_by_sample(X_train, y_train, X, n_rounds, lr):
    rows, targets = X_train.tolist(), y_train.tolist()
    mean = sum(targets) / len(targets)
    fitted, out = [mean] * len(rows), [mean] * len(X)
    for _ in range(n_rounds):
        r = [target - value for target, value in zip(targets, fitted)]
        slack, best = 1e-12 * sum(value * value for value in r), None
        for j in range(len(rows[0])):
            values = sorted({row[j] for row in rows})
            for k in range(1, len(values)):
                t = (values[k - 1] + values[k]) / 2
                low = [value for row, value in zip(rows, r) if row[j] <= t]
                high = [value for row, value in zip(rows, r) if row[j] > t]
                a, b = sum(low) / len(low), sum(high) / len(high)
                error = sum((value - a) ** 2 for value in low) + sum((value - b) ** 2 for value in high)
                if best is None or error < best[0] - slack:
                    best = error, j, t, a, b
        if best is None:
            break
        _, j, t, a, b = best
        fitted = [value + lr * (a if row[j] <= t else b) for row, value in zip(rows, fitted)]
        out = [value + lr * (a if row[j] <= t else b) for row, value in zip(X.tolist(), out)]
    return out


@alternative
def swept_columns(X_train, y_train, X, n_rounds, lr):
    """The least error is the largest sum of (sum of a side)^2 / size."""
    n, centered = len(y_train), y_train - y_train.mean()
    places = []
    for j, column in enumerate(X_train.T):
        order = np.argsort(column, kind="stable")
        ends = np.flatnonzero(np.diff(column[order]))
        places.append((j, order, ends + 1, (column[order][ends] + column[order][ends + 1]) / 2))
    residuals, out = centered.astype(float), np.zeros(len(X))
    for _ in range(n_rounds):
        found, total = [], residuals.sum()
        for j, order, sizes, thresholds in places:
            sums = residuals[order].cumsum()[sizes - 1]
            gains = sums**2 / sizes + (total - sums) ** 2 / (n - sizes)
            found += zip(gains, [j] * len(gains), thresholds, sums / sizes, (total - sums) / (n - sizes))
        if not found:
            break
        bar = max(gain for gain, *_ in found) - 1e-12 * residuals @ residuals
        _, j, t, low, high = next(each for each in found if each[0] >= bar)
        residuals = residuals - lr * np.where(X_train[:, j] <= t, low, high)
        out += lr * np.where(X[:, j] <= t, low, high)
    return y_train.mean() + out


@alternative
def stumps_kept(X_train, y_train, X, n_rounds, lr):
    stumps, splits = [], splits_of(X_train)

    def predict(samples):
        total = np.full(len(samples), np.average(y_train), dtype=float)
        for j, t, low, high in stumps:
            total += lr * np.where(samples[:, j] > t, high, low)
        return total

    for _ in range(n_rounds if splits else 0):
        r = y_train - predict(X_train)
        errors = []
        for j, t in splits:
            side = X_train[:, j] <= t
            errors.append(r[side].var() * side.sum() + r[~side].var() * (~side).sum())
        j, t = splits[int(np.flatnonzero(np.array(errors) - min(errors) <= 1e-12 * np.sum(r * r))[0])]
        side = X_train[:, j] <= t
        stumps.append((j, t, r[side].mean(), r[~side].mean()))
    return predict(X)
