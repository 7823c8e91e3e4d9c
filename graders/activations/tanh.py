"""tanh without np.tanh: right on both sides, exact far out, and without a warning."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, must_not_call

CHECKS = (close(), must_not_call("numpy.tanh"))


def cases(rng):
    # Large arguments are plain: a clip at ±300 is right in float64, and float32 would overflow there.
    yield Case("zero", np.array([0.0]))
    yield Case("by hand", np.array([0.0, np.log(2.0), -np.log(3.0)]))
    yield Case("a thousand", np.array([1000.0])).plain()
    yield Case("minus a thousand", np.array([-1000.0])).plain()
    yield Case("both ends and the middle", np.array([-1000.0, -1.0, 0.0, 1.0, 1000.0])).plain()
    yield Case("where it flattens", np.array([-20.0, -5.0, 5.0, 20.0, 400.0, -400.0])).plain()
    yield Case("small entries", np.array([1e-3, -1e-3, 0.02]))
    yield Case("random", 2 * rng.normal(size=6))
    yield Case("a table", 2 * rng.normal(size=(3, 4)))
    yield Case("a column", rng.normal(size=(3, 1)))
    yield Case("three axes, some of it far out", 300 * rng.normal(size=(2, 3, 2))).plain()
    yield Case("very small entries", np.array([1e-6, -3e-6, 2e-5]))
    yield Case("three hundred rows", 2 * rng.normal(size=(300, 3))).plain()
    yield Case("four axes", rng.normal(size=(2, 1, 3, 2))).plain()


@mistake("The definition is infinity over infinity for large |x|. Divide it by its largest term first: with "
         "e = exp(-2|x|), tanh is sign(x) (1 - e) / (1 + e).")
def by_definition(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@mistake("exp(2x) overflows for large x, and infinity over infinity is NaN. Exponentiate -2|x|, and put the "
         "sign back afterwards.")
def overflows_on_the_right(x):
    return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)


@mistake("exp(-2x) overflows for large negative x, and infinity over infinity is NaN. Exponentiate -2|x|, "
         "and put the sign back afterwards.")
def overflows_on_the_left(x):
    return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))


@mistake("np.where computes both of its branches, so the one that is thrown away overflows and warns. Find "
         "one form that is safe for all x, such as one in exp(-2|x|).", kind="warning")
def both_branches(x):
    return np.where(x >= 0, 2 / (1 + np.exp(-2 * x)) - 1, 1 - 2 / (1 + np.exp(2 * x)))


@mistake("You called np.tanh; the task is to do without it.", kind="calls")
def calls_it(x):
    return np.tanh(x)


@mistake("tanh(x) is 2 sigmoid(2x) - 1. You left out the 2 inside, which gives tanh(x / 2).")
def half_the_argument(x):
    e = np.exp(-np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


@mistake("The sign of x is lost: tanh is odd, tanh(-x) = -tanh(x).")
def without_the_sign(x):
    e = np.exp(-2 * np.abs(x))
    return (1 - e) / (1 + e)


@mistake("That is the derivative, 1 - tanh(x)**2, not tanh itself.")
def its_derivative(x):
    e = np.exp(-2 * np.abs(x))
    return 1 - ((1 - e) / (1 + e)) ** 2


@mistake("Clipping x to [-1, 1] is the hard tanh, an approximation; the task asks for tanh itself.")
def hard(x):
    return np.clip(x, -1, 1)


@alternative
def clipped_first(x):
    safe = np.clip(x, -30, 30)
    return 1 - 2 / (np.exp(2 * safe) + 1)


@alternative
def with_the_standard_library(x):
    return np.vectorize(math.tanh)(x)


@alternative
def by_masks(x):
    out = np.empty(x.shape)
    right = x >= 0
    down, up = np.exp(-2 * x[right]), np.exp(2 * x[~right])
    out[right], out[~right] = (1 - down) / (1 + down), (up - 1) / (up + 1)
    return out


@alternative
def with_expm1(x):
    e = np.expm1(-2 * abs(x))
    return np.copysign(-e / (e + 2), x)
