"""MSE, MAE, R²: means over samples, the total about the mean of the targets, and constant targets."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says


def cases(rng):
    yield Case("three samples", np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 5.0]))
    yield Case("exact", np.array([1.0, 2.0, 4.0]), np.array([1.0, 2.0, 4.0]))
    # R² is 0, within 1e-7: whoever guards the total with 1e-8 has done no harm
    yield Case("always the mean", np.array([1.0, 2.0, 6.0]), np.array([3.0, 3.0, 3.0])).judged(close(1e-6, 1e-5))
    yield Case("one large error", np.array([1.0, 2.0, 3.0, 14.0]), np.array([1.0, 2.5, 3.0, 9.0]))
    yield Case("a scale of tenths", np.array([0.1, 0.7, 0.4, 0.2]), np.array([0.2, 0.6, 0.4, 0.1]))
    # ends on the value it begins with, so comparing the two ends does not tell whether it is constant
    yield Case("zeros and ones", np.array([0.0, 1.0, 1.0, 0.0]), np.array([0.1, 0.8, 0.9, 0.3]))
    yield Case("random", *drawn(rng, 7, 0.0, 3.0))
    yield Case("random, away from zero", *drawn(rng, 9, 20.0, 5.0))
    yield Case("three hundred samples", *drawn(rng, 300, 0.0, 3.0)).plain()
    yield Case("far off", np.array([1.0, 2.0, 3.0]), np.array([6.0, 2.0, -4.0])).edge("worse than the mean")
    yield Case("errors that cancel", np.array([0.0, 1.0, 2.0, 3.0]), np.array([2.0, -1.0, 4.0, 1.0])).edge(
        "worse than the mean")
    yield Case("constant targets, exact", np.array([3.0, 3.0, 3.0]), np.array([3.0, 3.0, 3.0])).edge("constant targets")
    yield Case("constant targets, off", np.array([3.0, 3.0, 3.0]), np.array([3.0, 4.0, 3.0])).edge("constant targets")
    hardly = np.array([3.0, 3.00002, 3.0])
    yield Case("constant targets, hardly off", np.full(3, 3.0), hardly).plain().edge("constant targets")
    yield Case("constant zeros, off", np.zeros(2), np.array([1.0, -1.0])).edge("constant targets")
    yield Case("0.1 three times, exact", np.full(3, 0.1), np.full(3, 0.1)).edge("constant targets")
    yield Case("one sample, exact", np.array([2.0]), np.array([2.0])).edge("one sample")
    yield Case("one sample, off", np.array([2.0]), np.array([5.0])).edge("one sample")
    near = np.array([[1000.0, 1000.003, 1000.006], [1000.001, 1000.002, 1000.007]])
    # a lenient tolerance, since formulas differ in what they lose to the large mean
    yield Case("almost equal targets", *near).judged(close(rtol=1e-3, atol=1e-6)).plain().edge("close targets")
    yield Case("0.1 three times, off", np.full(3, 0.1), np.array([0.1, 0.4, 0.1])).plain().beyond(
        "Three targets of 0.1 are constant, but their computed sum of squares is 6e-34, and your R² is not 0 for wrong "
        "predictions. Compare the targets with one another to find constant ones."
    )
    yield Case("small targets", np.array([1e-9, 2e-9, 6e-9]), np.array([1e-9, 4e-9, 5e-9])).plain().beyond(
        "Targets of 1e-9, 2e-9 and 6e-9 are not constant, and your R² for them is wrong. A fixed tolerance, or an "
        "added constant, depends on the unit of the targets."
    )
    # squares minus the square of the mean lose all digits here, and differences from the mean none that count
    far = 1e5 + np.array([[0.0, 0.001, 0.005], [0.001, 0.0, 0.006]])
    yield Case("almost equal targets, far from zero", *far).judged(close(rtol=1e-5)).plain().beyond(
        "Your R² is inaccurate for targets near 1e5 that differ by thousandths. Differences from the mean keep their "
        "digits, and the mean of the squares minus the squared mean does not."
    )


def drawn(rng, n, center, spread):
    y_true = rng.normal(center, spread, size=n)
    return y_true, y_true + rng.normal(0.5, spread / 2, size=n)


def r2_of(y_true, y_pred):
    if np.all(y_true == y_true[0]):
        return float(np.array_equal(y_true, y_pred))
    return 1 - np.sum((y_true - y_pred) ** 2) / np.sum((y_true - y_true.mean()) ** 2)


def mse_of(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2)


def mae_of(y_true, y_pred):
    return np.mean(np.abs(y_true - y_pred))


def total_of(y_true):
    return np.sum((y_true - y_true.mean()) ** 2)


def with_r2(y_true, y_pred, r2):
    return mse_of(y_true, y_pred), mae_of(y_true, y_pred), r2


@mistake("Constant targets make R² divide by zero. Return 1 if the predictions are exact, and 0 otherwise.")
def divides_by_zero(y_true, y_pred):
    return with_r2(y_true, y_pred, 1 - np.sum((y_true - y_pred) ** 2) / total_of(y_true))


@mistake("Python raises ZeroDivisionError for constant targets. Return 1 if the predictions are exact, and 0 "
         "otherwise.",
         kind="crashed", when=says("ZeroDivisionError"))
def raises_on_zero(y_true, y_pred):
    return with_r2(y_true, y_pred, 1 - float(np.sum((y_true - y_pred) ** 2)) / float(total_of(y_true)))


@mistake("You add a small constant to the total, so R² is far below 0 for constant targets with wrong predictions. "
         "Return 0 for them.", constants={"eps": (1e-8, 1e-10, 1e-12, 1e-6, 1e-5)})
def adds_eps(y_true, y_pred, *, eps):
    return with_r2(y_true, y_pred, 1 - np.sum((y_true - y_pred) ** 2) / (total_of(y_true) + eps))


@mistake("You treat targets that are close to one another as constant. Only equal ones are.",
         constants={"by": ("np.allclose", "a tolerance")})
def almost_constant(y_true, y_pred, *, by):
    constant = np.allclose(y_true, y_true[0]) if by == "np.allclose" else np.var(y_true) < 1e-4
    r2 = float(np.array_equal(y_true, y_pred)) if constant else r2_of(y_true, y_pred)
    return with_r2(y_true, y_pred, r2)


@mistake("You treat targets as constant when the first and the last are equal. Compare all of them.")
def ends_compared(y_true, y_pred):
    r2 = float(np.array_equal(y_true, y_pred)) if y_true[0] == y_true[-1] else r2_of(y_true, y_pred)
    return with_r2(y_true, y_pred, r2)


@mistake("For constant targets you always return 0. Return 1 for exact predictions.")
def constant_is_zero(y_true, y_pred):
    return with_r2(y_true, y_pred, 0.0 if total_of(y_true) == 0 else r2_of(y_true, y_pred))


@mistake("For constant targets you always return 1. Return 0 for wrong predictions.")
def constant_is_one(y_true, y_pred):
    return with_r2(y_true, y_pred, 1.0 if total_of(y_true) == 0 else r2_of(y_true, y_pred))


@mistake("You treat predictions that are only close as exact. For constant targets R² is 1 only if they are all equal.")
def nearly_exact(y_true, y_pred):
    r2 = float(np.allclose(y_true, y_pred)) if total_of(y_true) == 0 else r2_of(y_true, y_pred)
    return with_r2(y_true, y_pred, r2)


@mistake("You return the root of the mean squared error. Return the MSE itself.")
def rmse(y_true, y_pred):
    return np.sqrt(mse_of(y_true, y_pred)), mae_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("You sum the squared and the absolute errors. Divide by the number of samples.")
def sums(y_true, y_pred):
    n = len(y_true)
    return n * mse_of(y_true, y_pred), n * mae_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("You halve the MSE. The factor 1/2 belongs to some losses, not to this metric.")
def halved(y_true, y_pred):
    return mse_of(y_true, y_pred) / 2, mae_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("Positive and negative errors cancel in your MAE. Take absolute values before the mean.",
         constants={"absolute": (True, False)})
def signed_errors(y_true, y_pred, *, absolute):
    mean = np.mean(y_true - y_pred)
    return mse_of(y_true, y_pred), abs(mean) if absolute else mean, r2_of(y_true, y_pred)


@mistake("MSE and MAE are swapped. Return (mse, mae, r2).")
def swapped(y_true, y_pred):
    return mae_of(y_true, y_pred), mse_of(y_true, y_pred), r2_of(y_true, y_pred)


@mistake("Your R² takes the spread of the predictions as the total. Use the spread of the targets about their mean.")
def total_of_predictions(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0 and np.ptp(y_pred) > 0:
        r2 = 1 - np.mean((y_true - y_pred) ** 2) / np.var(y_pred)
    return with_r2(y_true, y_pred, r2)


@mistake("Your total is the sum of squares about 0. Subtract the mean of the targets first.")
def total_about_zero(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0:
        r2 = 1 - np.sum((y_true - y_pred) ** 2) / np.sum(y_true**2)
    return with_r2(y_true, y_pred, r2)


@mistake("Your R² is the squared correlation, which ignores any offset and scale. Use 1 - SS_res / SS_tot.")
def squared_correlation(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0 and np.ptp(y_pred) > 0:
        r2 = np.corrcoef(y_true, y_pred)[0, 1] ** 2
    return with_r2(y_true, y_pred, r2)


@mistake("You return the unexplained share, SS_res / SS_tot. R² is 1 minus that.")
def unexplained(y_true, y_pred):
    return with_r2(y_true, y_pred, 1 - r2_of(y_true, y_pred))


@mistake("You cut R² off at 0. Let it be negative for predictions that are worse than the mean.")
def never_negative(y_true, y_pred):
    return with_r2(y_true, y_pred, max(0.0, r2_of(y_true, y_pred)))


@mistake("You mix a mean over n with a variance over n - 1 in R². Take both as sums, or both as means over n.")
def sample_variance(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0:
        r2 = 1 - mse_of(y_true, y_pred) / np.var(y_true, ddof=1)
    return with_r2(y_true, y_pred, r2)


@mistake("You mix a mean with a sum in R². Take both as sums, or both as means over n.")
def mean_over_sum(y_true, y_pred):
    r2 = r2_of(y_true, y_pred)
    if np.ptp(y_true) > 0:
        r2 = 1 - mse_of(y_true, y_pred) / total_of(y_true)
    return with_r2(y_true, y_pred, r2)


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


# what most people write; it lacks only what is beyond the task
@alternative
def where_the_total_is_zero(y_true, y_pred):
    e = y_true - y_pred
    total = np.sum((y_true - np.mean(y_true)) ** 2)
    r2 = (1.0 if np.sum(e**2) == 0 else 0.0) if total == 0 else 1 - np.sum(e**2) / total
    return np.mean(e**2), np.mean(np.abs(e)), r2


@alternative
def with_where_and_its_warning(y_true, y_pred):
    e = y_true - y_pred
    total = np.sum((y_true - y_true.mean()) ** 2)
    r2 = np.where(np.ptp(y_true) == 0, float((e == 0).all()), 1 - np.sum(e**2) / total)
    return np.mean(e**2), np.mean(np.abs(e)), r2
