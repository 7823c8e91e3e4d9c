"""Bias squared and variance: over models first, over points second, with the population variance."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("two models, two points", np.array([[1.0, 4.0], [3.0, 4.0]]), np.array([2.0, 1.0]))
    yield Case("unbiased", np.array([[0.0, 5.0], [2.0, 1.0]]), np.array([1.0, 3.0]))
    yield Case("biases of opposite sign", np.array([[3.0, 1.0], [3.0, 1.0], [3.0, 1.0]]), np.array([2.0, 2.0]))
    yield Case("all models exact", np.array([[1.0, -2.0], [1.0, -2.0]]), np.array([1.0, -2.0]))
    yield Case("random, more models", rng.normal(size=(6, 3)), rng.normal(size=3))
    yield Case("random, more points", rng.normal(size=(3, 7)), rng.normal(size=7))
    yield Case("random, square", rng.normal(2.0, 3.0, size=(4, 4)), rng.normal(size=4))
    yield Case("random, near 1000", 1000.0 + rng.normal(size=(3, 4)), 1000.0 + rng.normal(size=4)).plain()
    yield Case("random, three hundred models", rng.normal(size=(300, 2)), rng.normal(size=2)).plain()
    yield Case("random, three hundred points", rng.normal(size=(2, 300)), rng.normal(size=300)).plain()
    yield Case("two models, one point", np.array([[1.0], [4.0]]), np.array([2.0])).edge("one point")
    yield Case("random, one point", rng.normal(size=(5, 1)), rng.normal(size=1)).edge("one point")
    yield Case("one model, one point", np.array([[3.0]]), np.array([1.0])).edge("one model")
    yield Case("one model, three points", np.array([[1.0, 2.0, 6.0]]), np.array([1.0, 4.0, 5.0])).edge("one model")
    note = (
        "With predictions near 1e8 that scatter by about 1 you return {got}. A difference of two numbers near 1e16 "
        "loses the variance, so subtract the average first, then square."
    )
    far = 1e8 + np.array([[0.0, 1.5], [2.0, 0.5], [1.0, 3.5]])
    yield Case("predictions far from zero and from the targets", far, np.array([2.0, 1.0])).plain().beyond(note)


def bias_of(predictions, y_true):
    return np.mean((predictions.mean(axis=0) - y_true) ** 2)


@mistake("You use the sample variance (ddof=1). Divide by m, as for a population.",
         constants={"guarded": (False, True)})
def sample_variance(predictions, y_true, *, guarded=False):
    ddof = 0 if guarded and len(predictions) == 1 else 1
    return bias_of(predictions, y_true), np.mean(np.var(predictions, axis=0, ddof=ddof))


@mistake("Your first result is the mean squared error of the single models, which contains the variance. Average the "
         "models first, and compare that average with the target.")
def error_as_bias(predictions, y_true):
    return np.mean((predictions - y_true) ** 2), np.mean(np.var(predictions, axis=0))


@mistake("You average over the points before you square, so biases of opposite sign cancel. Square point by point.")
def bias_averaged_first(predictions, y_true):
    return np.mean(predictions.mean(axis=0) - y_true) ** 2, np.mean(np.var(predictions, axis=0))


@mistake("Your bias is not squared.")
def bias_not_squared(predictions, y_true):
    return np.mean(np.abs(predictions.mean(axis=0) - y_true)), np.mean(np.var(predictions, axis=0))


@mistake("You measure the bias of the median prediction. Compare the average of the models with the target.")
def bias_of_the_median(predictions, y_true):
    return np.mean((np.median(predictions, axis=0) - y_true) ** 2), np.mean(np.var(predictions, axis=0))


@mistake("You take the variance over all predictions at once, so the differences between points count too. Take it "
         "over the models at each point, and average.")
def variance_of_everything(predictions, y_true):
    return bias_of(predictions, y_true), np.var(predictions)


@mistake("You take the variance over all errors at once, so the differences of bias between points count too. Take it "
         "over the models at each point, and average.")
def variance_of_all_errors(predictions, y_true):
    return bias_of(predictions, y_true), np.var(predictions - y_true)


@mistake("You take the variance over the points of each model. Take it over the models at each point (axis 0).")
def variance_over_points(predictions, y_true):
    return bias_of(predictions, y_true), np.mean(np.var(predictions, axis=1))


@mistake("You average over the points of each model. The rows are models: average over them (axis 0).")
def axes_swapped(predictions, y_true):
    return np.mean((predictions.mean(axis=1) - y_true) ** 2), np.mean(np.var(predictions, axis=1))


@mistake("Your second result is a standard deviation. Return the variance, without a square root.")
def deviation(predictions, y_true):
    return bias_of(predictions, y_true), np.mean(np.std(predictions, axis=0))


@mistake("You measure the scatter around the target. Measure the variance around the average of the models.")
def scatter_around_the_target(predictions, y_true):
    return bias_of(predictions, y_true), np.mean((predictions - y_true) ** 2)


@mistake("You return the variance of the average prediction over the points. Take the variance over the models at each "
         "point, and average.")
def variance_of_the_average(predictions, y_true):
    return bias_of(predictions, y_true), np.var(predictions.mean(axis=0))


@mistake("You sum over the points. Both results are averages over them.")
def summed(predictions, y_true):
    return np.sum((predictions.mean(axis=0) - y_true) ** 2), np.sum(np.var(predictions, axis=0))


@mistake("You convert to float32, which keeps seven digits. Near 1000 that changes each number by up to 3e-5. Keep the "
         "dtype that you are given.", when=uses("np.float32"), constants={"which": ("both", "predictions", "targets")})
def in_float32(predictions, y_true, *, which="both"):
    if which != "targets":
        predictions = predictions.astype(np.float32).astype(float)
    if which != "predictions":
        y_true = y_true.astype(np.float32).astype(float)
    return bias_of(predictions, y_true), np.mean(np.var(predictions, axis=0))


@mistake("You return one value per point. Average both results over the points.")
def per_point(predictions, y_true):
    return (predictions.mean(axis=0) - y_true) ** 2, np.var(predictions, axis=0)


@mistake("You return (variance, bias squared). The bias comes first.")
def swapped(predictions, y_true):
    return np.mean(np.var(predictions, axis=0)), bias_of(predictions, y_true)


@alternative
def in_plain_loops(predictions, y_true):
    m, n = predictions.shape
    bias, variance = 0.0, 0.0
    for j in range(n):
        column = [float(predictions[i, j]) for i in range(m)]
        average = sum(column) / m
        bias += (average - y_true[j]) ** 2 / n
        variance += sum((value - average) ** 2 for value in column) / m / n
    return bias, variance


@alternative
def by_the_decomposition(predictions, y_true):
    squared = np.square(predictions.mean(0) - y_true).mean()
    return [squared, np.mean((predictions - predictions.mean(0, keepdims=True)) ** 2)]


@alternative
def with_einsum(predictions, y_true):
    m, n = predictions.shape
    average = np.einsum("mn->n", predictions) / m
    centered = predictions - average
    off = average - y_true
    return np.array([off @ off / n, np.einsum("mn,mn->", centered, centered) / (m * n)])
