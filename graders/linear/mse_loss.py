"""Mean squared error: the mean over all entries, a scalar."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one entry", np.array([1.0]), np.array([4.0]))
    yield Case("three entries", np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0]))
    yield Case("exact predictions", np.array([0.5, -2.0]), np.array([0.5, -2.0]))
    yield Case("errors of both signs", np.array([0.0, 0.0, 0.0, 0.0]), np.array([3.0, -3.0, 1.0, -1.0]))
    yield Case("several outputs", np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.zeros((2, 3)))
    yield Case("random", rng.normal(size=7), rng.normal(size=7))
    yield Case("random, tall", rng.normal(size=(5, 2)), rng.normal(size=(5, 2)))
    yield Case("random, one column", rng.normal(size=(4, 1)), rng.normal(size=(4, 1)))
    yield Case("random, three axes", rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 3, 4)))
    yield Case("three hundred entries", rng.normal(size=300), rng.normal(size=300)).plain()


@mistake("You sum the squares; the loss is their mean.")
def summed(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2)


@mistake("You halve the mean. Some texts do, for a tidier gradient; this loss has no factor 1/2.")
def halved(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2) / 2


@mistake("You take the root, which gives the RMSE; the task asks for the mean of the squares.")
def rooted(y_true, y_pred):
    return np.sqrt(np.mean((y_true - y_pred) ** 2))


@mistake("You average absolute errors; square them instead.")
def absolute(y_true, y_pred):
    return np.mean(np.abs(y_true - y_pred))


@mistake("You square the mean error, in which errors of opposite sign cancel. Square first, then take the "
         "mean.")
def squared_mean(y_true, y_pred):
    return np.mean(y_true - y_pred) ** 2


@mistake("You divide the sum by the number of samples alone. With several outputs the mean is over all "
         "entries.")
def over_samples(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / len(y_true)


@mistake("You average along the first axis alone, which leaves one loss for each output. The result is one "
         "scalar.")
def per_output(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=0)


@alternative
def in_plain_loops(y_true, y_pred):
    total = 0.0
    for a, b in zip(y_true.ravel().tolist(), y_pred.ravel().tolist()):
        total += (b - a) * (b - a)
    return total / y_true.size


@alternative
def by_a_dot_product(y_true, y_pred):
    error = (y_pred - y_true).reshape(-1)
    return error @ error / error.shape[0]


@alternative
def by_the_norm(y_true, y_pred):
    return np.array(np.linalg.norm(np.ravel(y_true - y_pred)) ** 2 / np.prod(y_true.shape))
