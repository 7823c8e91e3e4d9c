"""Mean squared error: the mean over all entries, a scalar."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("one entry", np.array([1.0]), np.array([4.0]))
    yield Case("three entries", np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0]))
    yield Case("exact predictions", np.array([0.5, -2.0]), np.array([0.5, -2.0]))
    yield Case("errors of both signs", np.array([0.0, 0.0, 0.0, 0.0]), np.array([3.0, -3.0, 1.0, -1.0]))
    yield Case("random", rng.normal(size=7), rng.normal(size=7))
    yield Case("random, near 1000", *(1000.0 + rng.normal(size=(2, 5)))).plain()
    yield Case("three hundred entries", rng.normal(size=300), rng.normal(size=300)).plain()
    two_by_three = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    yield Case("two samples, three outputs", two_by_three, np.zeros((2, 3))).edge("several outputs")
    yield Case("random, tall", rng.normal(size=(5, 2)), rng.normal(size=(5, 2))).edge("several outputs")
    yield Case("random, one column", rng.normal(size=(4, 1)), rng.normal(size=(4, 1))).edge("several outputs")
    yield Case("random, one row", rng.normal(size=(1, 3)), rng.normal(size=(1, 3))).edge("several outputs")
    yield Case("random, three axes", rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 3, 4))).edge("several outputs")
    yield Case("no axis", np.array(1.0), np.array(2.5)).edge("no axis")
    yield Case("random, no axis", np.array(rng.normal()), np.array(rng.normal())).edge("no axis")


@mistake("You sum the squares. Take their mean.")
def summed(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2)


@mistake("You halve the mean, as some texts do for a simpler gradient. Leave out the factor 1/2.")
def halved(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2) / 2


@mistake("You take the square root, which gives the RMSE. Return the mean of the squares.")
def rooted(y_true, y_pred):
    return np.sqrt(np.mean((y_true - y_pred) ** 2))


@mistake("You average the absolute errors. Square them instead.")
def absolute(y_true, y_pred):
    return np.mean(np.abs(y_true - y_pred))


@mistake("You square the mean error, in which errors of opposite sign cancel. Square first, then take the mean.")
def squared_mean(y_true, y_pred):
    return np.mean(y_true - y_pred) ** 2


@mistake("You halve the sum of the squares. Divide it by the number of entries instead of 2.")
def half_the_sum(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / 2


@mistake("You divide by n - 1. The mean squared error divides by n, the number of entries.")
def by_n_minus_1(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / max(y_true.size - 1, 1)


@mistake("You compute the variance of the errors, which subtracts their mean first. Square the errors themselves.")
def variance_of_errors(y_true, y_pred):
    return np.var(y_true - y_pred)


@mistake("You convert to float32, which keeps seven digits. Near 1000 that changes each error by up to 6e-5. Keep the "
         "dtype that you are given.", when=uses("np.float32"))
def in_float32(y_true, y_pred):
    return np.mean((y_true.astype(np.float32) - y_pred.astype(np.float32)) ** 2)


@mistake("You divide the sum by the number of samples. With several outputs per sample, divide by the number of "
         "entries.")
def over_samples(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / len(y_true)


@mistake("You average along the first axis only, which leaves one loss per output. Average over all entries.")
def per_output(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=0)


@mistake("You average along the last axis only, which leaves one loss per sample. Average over all entries.")
def per_sample(y_true, y_pred):
    return np.mean((y_true - y_pred) ** 2, axis=-1)


@mistake("You take the length of the first axis, and a 0-d array has no axis. Use the number of entries (y_true.size), "
         "or np.mean.", when=uses("len"))
def length_of_no_axis(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / (len(y_true) * np.prod(y_true.shape[1:]))


@mistake("You index the first axis of the shape, and a 0-d array has no axis. Use the number of entries (y_true.size), "
         "or np.mean.", when=uses("shape"))
def first_axis_of_no_shape(y_true, y_pred):
    return np.sum((y_true - y_pred) ** 2) / (y_true.shape[0] * np.prod(y_true.shape[1:]))


@mistake("You flatten the arrays in memory order. If one of them is in Fortran order, you pair the wrong entries, so "
         "subtract before you flatten, or use the default order.", when=uses("ravel", "flatten", "reshape"))
def flattened_in_memory_order(y_true, y_pred):
    return np.mean((y_true.ravel(order="K") - y_pred.ravel(order="K")) ** 2)


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
