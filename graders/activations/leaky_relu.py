"""Leaky ReLU: any slope, the default one, any shape."""

import numpy as np

from mlprep.grading.api import Case, alternative, crashes_over, mistake, says


def cases(rng):
    # the first call has a slope of its own, so that one who remembers it is not taken for one who ignores it
    yield Case("slope one half", np.array([-2.0, 0.0, 3.0]), slope=0.5)
    yield Case("one positive", np.array([2.5]))
    yield Case("one negative", np.array([-2.5]))
    yield Case("the default slope", np.array([-3.0, -1.0, 2.0]))
    yield Case("zeros of both signs", np.array([0.0, -0.0]), 0.25)
    yield Case("a zero first", np.array([0.0, 2.5, -2.5]))
    yield Case("a table", rng.normal(size=(3, 4)))
    yield Case("a table, its own slope", rng.normal(size=(4, 2)), float(rng.uniform(0.1, 0.9)))
    yield Case("a little on both sides of 0", np.array([2e-4, -2e-4, 1.0, 2e-7, -2e-7]), slope=0.5)
    yield Case("hundreds", np.array([700.0, -300.0, 6.5, -40.0]))
    yield Case("three hundred rows", rng.normal(size=(300, 3))).plain()
    yield Case("three axes", rng.normal(size=(2, 3, 4)), 0.3)
    yield Case("four axes", rng.normal(size=(2, 1, 3, 4))).plain()
    yield Case("slope 0", np.array([-2.0, 3.0, -0.5]), slope=0.0).edge("other slopes")
    yield Case("slope 1", np.array([-2.0, 3.0, -0.5]), slope=1.0).edge("other slopes")
    yield Case("slope 2", np.array([-2.0, 1.0, 3.0, -0.5]), slope=2.0).edge("other slopes")
    yield Case("slope -0.5", np.array([-2.0, 1.0, 3.0, -0.5]), slope=-0.5).edge("other slopes")
    yield Case("a steep slope", rng.normal(size=(2, 3, 2)), slope=float(rng.uniform(1.5, 4.0))).edge("other slopes")
    yield Case("a falling slope", rng.normal(size=(3, 2)), slope=float(rng.uniform(-3.0, -1.5))).edge("other slopes")
    yield Case("a single negative number", np.array(-2.0)).edge("shape ()")
    yield Case("a single positive number, its own slope", np.array(2.0), 0.5).edge("shape ()")


@mistake("You take the larger of x and slope * x. Above a slope of 1 that swaps the two sides: choose by the sign of x "
         "instead.")
def by_maximum(x, slope=0.01):
    return np.maximum(slope * x, x)


@mistake("Your slope is fixed at 0.01. Use the argument.")
def ignores_the_slope(x, slope=0.01):
    return np.where(x > 0, x, 0.01 * x)


@mistake("Your default slope is {default}. It should be 0.01.", constants={"default": (0.1, 0.2, 0.001, 0.0)})
def another_default(x, slope=None, *, default):
    return np.where(x > 0, x, (default if slope is None else slope) * x)


@mistake("You replace a slope of 0 with the default. Use the default for a missing argument only.")
def zero_replaced(x, slope=0.01):
    return np.where(x > 0, x, (slope or 0.01) * x)


@mistake("You replace a negative slope with 0. Any slope is allowed.")
def negative_slope_lost(x, slope=0.01):
    return np.where(x > 0, x, max(slope, 0.0) * x)


@mistake("You replace a negative slope with its absolute value. Any slope is allowed.")
def slope_without_sign(x, slope=0.01):
    return np.where(x > 0, x, abs(slope) * x)


@mistake("You use the slope on the positive side. It belongs to the negative side.")
def slope_on_the_positive_side(x, slope=0.01):
    return np.where(x > 0, slope * x, x)


@mistake("You add slope * x on the positive side as well. There the result is x alone.")
def slope_on_both_sides(x, slope=0.01):
    return np.maximum(x, 0) + slope * x


@mistake("This is plain ReLU. The negative side is slope * x, not 0.")
def plain_relu(x, slope=0.01):
    return np.maximum(x, 0)


@mistake("This is the derivative, 1 or the slope. Return x or slope * x.")
def its_derivative(x, slope=0.01):
    return np.where(x > 0, 1.0, slope)


@mistake("You return the slope itself on the negative side. Multiply it by x.")
def slope_alone(x, slope=0.01):
    return np.where(x > 0, x, slope)


@mistake("The negative side has the wrong sign. It is slope * x, with the sign of x.")
def positive_on_both_sides(x, slope=0.01):
    return np.where(x > 0, x, -slope * x)


@mistake("This works for single numbers only: a whole array, or a row, is neither above 0 nor below. Choose entry by "
         "entry, as np.where does.", kind="crashed", when=crashes_over("truth value"))
def of_one_number(x, slope=0.01):
    return x if x > 0 else slope * x


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
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
