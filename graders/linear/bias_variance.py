"""Bias squared and variance: over models first, over points second, with the population variance."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one model, one point", np.array([[3.0]]), np.array([1.0]))
    yield Case("two models, one point", np.array([[1.0], [4.0]]), np.array([2.0]))
    yield Case("two models, two points", np.array([[1.0, 4.0], [3.0, 4.0]]), np.array([2.0, 1.0]))
    yield Case("one model, three points", np.array([[1.0, 2.0, 6.0]]), np.array([1.0, 4.0, 5.0]))
    yield Case("unbiased", np.array([[0.0, 5.0], [2.0, 1.0]]), np.array([1.0, 3.0]))
    yield Case("biases of opposite sign", np.array([[3.0, 1.0], [3.0, 1.0], [3.0, 1.0]]), np.array([2.0, 2.0]))
    yield Case("all models exact", np.array([[1.0, -2.0], [1.0, -2.0]]), np.array([1.0, -2.0]))
    yield Case("random, more models", rng.normal(size=(6, 3)), rng.normal(size=3))
    yield Case("random, more points", rng.normal(size=(3, 7)), rng.normal(size=7))
    yield Case("random, square", rng.normal(2.0, 3.0, size=(4, 4)), rng.normal(size=4))
    yield Case("random, three hundred models", rng.normal(size=(300, 2)), rng.normal(size=2)).plain()
    yield Case("random, three hundred points", rng.normal(size=(2, 300)), rng.normal(size=300)).plain()


@mistake("You use the sample variance (ddof=1); the task asks for that of the population, divided by m, "
         "which is 0 for a single model.")
def sample_variance(predictions, y_true):
    m = len(predictions)
    scatter = np.mean(np.var(predictions, axis=0)) * m / max(m - 1, 1)
    return np.mean((predictions.mean(axis=0) - y_true) ** 2), scatter


@mistake("Your first result is the mean squared error of the single models, which contains the variance. "
         "Average the models first, and compare that average with the target.")
def error_as_bias(predictions, y_true):
    return np.mean((predictions - y_true) ** 2), np.mean(np.var(predictions, axis=0))


@mistake("You average over the points before you square, so that biases of opposite sign cancel. Square "
         "point by point.")
def bias_averaged_first(predictions, y_true):
    return np.mean(predictions.mean(axis=0) - y_true) ** 2, np.mean(np.var(predictions, axis=0))


@mistake("Your bias is not squared.")
def bias_not_squared(predictions, y_true):
    return np.mean(np.abs(predictions.mean(axis=0) - y_true)), np.mean(np.var(predictions, axis=0))


@mistake("You take the variance over all entries at once, in which the points' own differences count too. "
         "Take it over the models, point by point, and average.")
def variance_of_everything(predictions, y_true):
    return np.mean((predictions.mean(axis=0) - y_true) ** 2), np.var(predictions)


@mistake("Your variance runs over the points of each model; it runs over the models at each point (axis 0).")
def variance_over_points(predictions, y_true):
    return np.mean((predictions.mean(axis=0) - y_true) ** 2), np.mean(np.var(predictions, axis=1))


@mistake("You return deviations; the task asks for the variance, without a root.")
def deviation(predictions, y_true):
    return np.mean((predictions.mean(axis=0) - y_true) ** 2), np.mean(np.std(predictions, axis=0))


@mistake("You measure the scatter around the target; the variance is around the models' own average.")
def scatter_around_the_target(predictions, y_true):
    return np.mean((predictions.mean(axis=0) - y_true) ** 2), np.mean((predictions - y_true) ** 2)


@mistake("You sum over the points; both results are averages over them.")
def summed(predictions, y_true):
    return np.sum((predictions.mean(axis=0) - y_true) ** 2), np.sum(np.var(predictions, axis=0))


@mistake("You return (variance, bias squared); bias comes first.")
def swapped(predictions, y_true):
    return np.mean(np.var(predictions, axis=0)), np.mean((predictions.mean(axis=0) - y_true) ** 2)


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
    centred = predictions - average
    off = average - y_true
    return np.array([off @ off / n, np.einsum("mn,mn->", centred, centred) / (m * n)])
