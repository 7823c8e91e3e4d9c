"""MSE, MAE, R²: means over samples, the total about the mean of the targets, and constant targets."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake


def cases(rng):
    yield Case("one sample, exact", np.array([2.0]), np.array([2.0]))
    yield Case("one sample, off", np.array([2.0]), np.array([5.0]))
    yield Case("constant targets, exact", np.array([3.0, 3.0, 3.0]), np.array([3.0, 3.0, 3.0]))
    yield Case("constant targets, off", np.array([3.0, 3.0, 3.0]), np.array([3.0, 4.0, 3.0]))
    yield Case("constant, but not in binary, exact", np.full(3, 0.1), np.full(3, 0.1))
    yield Case("constant, but not in binary, off", np.full(3, 0.1), np.array([0.1, 0.4, 0.1]))
    yield Case("constant targets, hardly off", np.full(3, 3.0), np.array([3.0, 3.0 + 1e-7, 3.0]))
    yield Case("constant zeros, off", np.zeros(2), np.array([1.0, -1.0]))
    yield Case("exact", np.array([1.0, 2.0, 4.0]), np.array([1.0, 2.0, 4.0]))
    yield Case("always the mean", np.array([1.0, 2.0, 6.0]), np.array([3.0, 3.0, 3.0]))
    yield Case("worse than the mean", np.array([1.0, 2.0, 3.0]), np.array([6.0, 2.0, -4.0]))
    yield Case("errors that cancel", np.array([0.0, 1.0, 2.0, 3.0]), np.array([2.0, -1.0, 4.0, 1.0]))
    yield Case("one large error", np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 2.5, 3.0, 14.0]))
    yield Case("small targets", np.array([1e-7, 2e-7, 6e-7]), np.array([1e-7, 4e-7, 5e-7]))
    near = np.array([[1000.0, 1000.003, 1000.006], [1000.001, 1000.002, 1000.007]])
    # a lenient tolerance, since formulas differ in what they lose to the large mean
    yield Case("almost equal targets", *near).judged(close(rtol=1e-3, atol=1e-6)).plain()
    # squares minus the square of the mean lose all digits here, and differences from the mean none that count
    far = 1e5 + np.array([[0.0, 0.001, 0.005], [0.001, 0.0, 0.006]])
    yield Case("almost equal targets, far from zero", *far).judged(close(rtol=1e-5)).plain()
    yield Case("random", *drawn(rng, 7, 0.0, 3.0))
    yield Case("random, away from zero", *drawn(rng, 9, 20.0, 5.0))
    yield Case("three hundred samples", *drawn(rng, 300, 0.0, 3.0)).plain()


def drawn(rng, n, centre, spread):
    y_true = rng.normal(centre, spread, size=n)
    return y_true, y_true + rng.normal(0.5, spread / 2, size=n)


def r2_of(y_true, y_pred):
    if np.all(y_true == y_true[0]):
        return float(np.array_equal(y_true, y_pred))
    return 1 - np.sum((y_true - y_pred) ** 2) / np.sum((y_true - y_true.mean()) ** 2)


def mse_of(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)


def mae_of(y_true, y_pred):
    return np.mean(np.abs(y_true - y_pred))


@mistake("Constant targets make R² divide by zero. Answer 1 if the predictions are exact, else 0.")
def divides_by_zero(y_true, y_pred):
    total = np.sum((y_true - y_true.mean()) ** 2)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), 1 - np.sum((y_true - y_pred) ** 2) / total


@mistake("You test the sum of squares against exactly 0, but the mean of equal numbers can be off by "
         "rounding. Compare the targets with one another.")
def exactly_zero(y_true, y_pred):
    error, total = np.sum((y_true - y_pred) ** 2), np.sum((y_true - y_true.mean()) ** 2)
    r2 = float(error == 0) if total == 0 else 1 - error / total
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("You take targets with a small spread for constant. A fixed tolerance depends on their units: "
         "compare the targets with one another.")
def tolerance_for_constant(y_true, y_pred):
    error, total = np.sum((y_true - y_pred) ** 2), np.sum((y_true - y_true.mean()) ** 2)
    r2 = float(error == 0) if total < 1e-12 else 1 - error / total
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("You take targets that are close to one another for constant (np.allclose). Only equal ones are.")
def almost_constant(y_true, y_pred):
    r2 = float(np.array_equal(y_true, y_pred)) if np.allclose(y_true, y_true[0]) else r2_of(y_true, y_pred)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("For constant targets you always answer 0. Exact predictions earn 1.")
def constant_is_zero(y_true, y_pred):
    r2 = 0.0 if np.ptp(y_true) == 0 else r2_of(y_true, y_pred)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("For constant targets you always answer 1. Predictions that are off earn 0.")
def constant_is_one(y_true, y_pred):
    r2 = 1.0 if np.ptp(y_true) == 0 else r2_of(y_true, y_pred)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("You call predictions exact that are only close. For constant targets R² is 1 only if they agree "
         "entirely.")
def nearly_exact(y_true, y_pred):
    r2 = float(np.allclose(y_true, y_pred)) if np.ptp(y_true) == 0 else r2_of(y_true, y_pred)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("You return the root of the mean squared error. The MSE itself is asked for.")
def rmse(y_true, y_pred):
    return np.sqrt(mse_of(y_true, y_pred)), mae_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("You sum the squared and the absolute errors. Divide by the number of samples.")
def sums(y_true, y_pred):
    n = len(y_true)
    return n * mse_of(y_true, y_pred), n * mae_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("Positive and negative errors cancel in your MAE. Take absolute values before the mean.")
def signed_errors(y_true, y_pred):
    return mse_of(y_true, y_pred), abs(np.mean(y_true - y_pred)), r2_of(y_true, y_pred)


@mistake("Your R² takes the spread of the predictions as the total. It is the spread of the targets about "
         "their mean.")
def total_of_predictions(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0 and np.ptp(y_pred) > 0:
        r2 = 1 - np.mean((y_true - y_pred) ** 2) / np.var(y_pred)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("Your R² is the squared correlation, which forgives any offset and scale. Use 1 - SS_res / SS_tot.")
def squared_correlation(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0 and np.ptp(y_pred) > 0:
        r2 = np.corrcoef(y_true, y_pred)[0, 1] ** 2
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("You return the unexplained share, SS_res / SS_tot. R² is 1 minus that.")
def unexplained(y_true, y_pred):
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), 1 - r2_of(y_true, y_pred)


@mistake("You cut R² off at 0. It may be negative: the predictions are then worse than always answering the "
         "mean.")
def never_negative(y_true, y_pred):
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), max(0.0, r2_of(y_true, y_pred))


@mistake("You mix variance with n - 1 and a mean over n in R². Take both as sums, or both as means over n.")
def sample_variance(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0:
        r2 = 1 - mse_of(y_true, y_pred) / np.var(y_true, ddof=1)
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@alternative
def by_norms(y_true, y_pred):
    e = y_pred - y_true
    n = e.size
    if np.ptp(y_true) == 0:
        r2 = int((y_true == y_pred).all())
    else:
        r2 = 1 - np.linalg.norm(e) ** 2 / np.linalg.norm(y_true - np.mean(y_true)) ** 2
    return [e @ e / n, np.linalg.norm(e, 1) / n, r2]


@alternative
def in_plain_python(y_true, y_pred):
    targets, errors = y_true.tolist(), [a - b for a, b in zip(y_true.tolist(), y_pred.tolist())]
    n = len(targets)
    squares = sum(e * e for e in errors)
    if len(set(targets)) == 1:
        r2 = 0.0 if any(errors) else 1.0
    else:
        mean = sum(targets) / n
        r2 = 1 - squares / sum((t - mean) ** 2 for t in targets)
    return squares / n, sum(map(abs, errors)) / n, r2
