"""ReLU: elementwise, any shape, and x left alone."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one positive", np.array([2.5]))
    yield Case("one negative", np.array([-2.5]))
    yield Case("zeros of both signs", np.array([0.0, -0.0]))
    yield Case("both sides", np.array([-2.0, -0.5, 0.0, 0.5, 2.0]))
    yield Case("a table", np.array([[-1.5, 0.0], [2.0, -0.5]]))
    yield Case("all negative", -rng.uniform(0.1, 3.0, size=(2, 3)))
    yield Case("all positive", rng.uniform(0.1, 3.0, size=4))
    yield Case("large and small", np.array([1e6, -1e6, 1e-6, -1e-6]))
    yield Case("a little on both sides of 0", np.array([2e-4, -2e-4, 1.0, 2e-7]))
    yield Case("three hundred rows", rng.normal(size=(300, 3)))
    yield Case("a column", rng.normal(size=(4, 1)))
    yield Case("random", rng.normal(size=(3, 4)))
    yield Case("three axes", rng.normal(size=(2, 3, 2)))
    yield Case("four axes", rng.normal(size=(2, 1, 3, 2))).plain()


@mistake("You changed x itself. Setting its negative entries to 0 writes into the caller's array: make a new "
         "one, for instance with np.maximum.", kind="changed")
def in_place(x):
    x[x < 0] = 0
    return x


@mistake("You took the absolute value: a negative entry becomes 0, not positive.")
def absolute(x):
    return np.abs(x)


@mistake("You kept the negative entries and dropped the positive ones: it is the maximum with 0, not the "
         "minimum.")
def minimum(x):
    return np.minimum(x, 0)


@mistake("That is the slope of ReLU, 1 where x is positive. The function itself returns x there.")
def its_slope(x):
    return np.where(x > 0, 1.0, 0.0)


@mistake("You cut the values off at 1 as well; ReLU has no upper bound.")
def clipped_above(x):
    return np.clip(x, 0, 1)


@mistake("You let a little of the negative side through: that is leaky ReLU. Plain ReLU gives 0 there.")
def leaky(x):
    return np.where(x > 0, x, 0.01 * x)


@mistake("np.max reduces the whole array to one number. np.maximum compares entry by entry.")
def one_number(x):
    return max(0.0, np.max(x))


@alternative
def by_choice(x):
    return np.where(x < 0, 0, x)


@alternative
def by_loop(x):
    return np.array([v if v > 0 else 0.0 for v in np.ravel(x).tolist()]).reshape(np.shape(x))


@alternative
def by_masking(x):
    return (x + np.abs(x)) / 2
