"""Leaky ReLU: any slope, the default one, any shape."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one positive", np.array([2.5]))
    yield Case("one negative", np.array([-2.5]))
    yield Case("slope one half", np.array([-2.0, 0.0, 3.0]), slope=0.5)
    yield Case("zeros of both signs", np.array([0.0, -0.0]), 0.25)
    yield Case("the default slope", np.array([-3.0, -1.0, 2.0]))
    yield Case("slope 0", np.array([-2.0, 1.0, -0.5]), slope=0.0)
    yield Case("slope 1", np.array([-2.0, 1.0, -0.5]), slope=1.0)
    yield Case("slope 2", np.array([-2.0, 1.0, 3.0, -0.5]), slope=2.0)
    yield Case("slope -0.5", np.array([-2.0, 1.0, 3.0, -0.5]), slope=-0.5)
    yield Case("a table", rng.normal(size=(3, 4)))
    yield Case("a table, its own slope", rng.normal(size=(4, 2)), float(rng.uniform(0.1, 0.9)))
    yield Case("three axes, a steep slope", rng.normal(size=(2, 3, 2)), slope=float(rng.uniform(1.5, 4.0)))
    yield Case("a little on both sides of 0", np.array([2e-4, -2e-4, 1.0, 2e-7, -2e-7]), slope=0.5)
    yield Case("large entries", np.array([1e6, -1e6, 1e3, -1e3]))
    yield Case("a zero first", np.array([0.0, 2.5, -2.5]))
    yield Case("three hundred rows", rng.normal(size=(300, 3))).plain()
    yield Case("four axes", rng.normal(size=(2, 1, 3, 2))).plain()


@mistake("max(slope * x, x) is right only for slopes up to 1: above, it swaps the two sides. Choose by the "
         "sign of x instead.")
def by_maximum(x, slope=0.01):
    return np.maximum(slope * x, x)


@mistake("Your slope is fixed at 0.01; use the argument.")
def ignores_the_slope(x, slope=0.01):
    return np.where(x > 0, x, 0.01 * x)


@mistake("The default slope is 0.01; yours is another.")
def another_default(x, slope=0.1):
    return np.where(x > 0, x, slope * x)


@mistake("The slope belongs to the negative side; you used it on the positive one.")
def slope_on_the_positive_side(x, slope=0.01):
    return np.where(x > 0, slope * x, x)


@mistake("That is plain ReLU: the negative side is slope * x, not 0.")
def plain_relu(x, slope=0.01):
    return np.maximum(x, 0)


@mistake("That is the derivative, 1 or the slope. The function itself returns x or slope * x.")
def its_derivative(x, slope=0.01):
    return np.where(x > 0, 1.0, slope)


@mistake("The negative side came out positive: it is slope * x, with x's own sign.")
def positive_on_both_sides(x, slope=0.01):
    return np.where(x > 0, x, slope * np.abs(x))


@mistake("You changed x itself. Work on a copy, or build the result with np.where.", kind="changed")
def in_place(x, slope=0.01):
    x[x < 0] *= slope
    return x


@alternative
def by_choice(x, slope=0.01):
    return np.where(x >= 0, x, x * slope)


@alternative
def by_factor(x, slope=0.01):
    out = np.array(x, copy=True)
    out[out < 0] *= slope
    return out


@alternative
def by_loop(x, slope=0.01):
    out = np.empty(x.shape)
    for index, value in np.ndenumerate(x):
        out[index] = float(value) if value > 0 else slope * float(value)
    return out
