"""ReLU: elementwise, any shape, and x left alone."""

import numpy as np

from mlprep.grading.api import Case, alternative, crashes_over, mistake, says, uses


def cases(rng):
    yield Case("one positive", np.array([2.5]))
    yield Case("one negative", np.array([-2.5]))
    yield Case("both sides", np.array([-2.0, -0.5, 0.75, 0.5, 2.0]))
    yield Case("a table", np.array([[-1.5, 0.25], [2.0, -0.5]]))
    yield Case("all negative", -rng.uniform(0.1, 3.0, size=(2, 3)))
    yield Case("all positive", rng.uniform(0.1, 3.0, size=4))
    yield Case("hundreds", np.array([700.0, -300.0, 6.5, 0.5, -40.0]))
    yield Case("a little on both sides of 0", np.array([2e-4, -2e-4, 1.0, 2e-7]))
    yield Case("three hundred rows", rng.normal(size=(300, 3)))
    yield Case("a column", rng.normal(size=(4, 1)))
    yield Case("random", rng.normal(size=(3, 4)))
    yield Case("three axes", rng.normal(size=(2, 3, 4)))
    yield Case("four axes", rng.normal(size=(2, 1, 3, 4))).plain()
    yield Case("zeros of both signs", np.array([0.0, -0.0])).edge("zeros")
    yield Case("zeros among others", np.array([[-0.0, 1.5, 0.0], [-2.0, 0.0, 3.0]])).edge("zeros")
    yield Case("a single positive number", np.array(2.0)).edge("shape ()")
    yield Case("a single negative number", np.array(-2.0)).edge("shape ()")


@mistake("The values are right, but you write zeros into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(x):
    x[x < 0] = 0
    return x


@mistake("You return the absolute value. A negative entry becomes 0, not positive.")
def absolute(x):
    return np.abs(x)


@mistake("You keep the negative entries and drop the positive ones. Take the maximum with 0, not the minimum.")
def minimum(x):
    return np.minimum(x, 0)


@mistake("This is the slope of ReLU, 1 where x is positive. Return x itself there.")
def its_slope(x):
    return np.where(x > 0, 1.0, 0.0)


@mistake("You cap the values at {top}. ReLU has no upper bound.", constants={"top": (1, 6)})
def clipped_above(x, *, top):
    return np.clip(x, 0, top)


@mistake("Your negative side is not 0, as in leaky ReLU. Plain ReLU gives 0 there.",
         constants={"slope": (0.01, 0.1)})
def leaky(x, *, slope):
    return np.where(x > 0, x, slope * x)


@mistake("You reduce the whole array to one number. Compare entry by entry with 0, as np.maximum does.")
def one_number(x):
    return max(0.0, np.max(x))


@mistake("The second parameter of np.max is an axis, not another number. np.maximum compares with 0 entry by entry.",
         when=uses("np.max", "np.amax"), constants={"zero_first": (False, True)})
def axis_for_zero(x, *, zero_first):
    return np.max(0, x) if zero_first else np.max(x, 0)


@mistake("This works for single numbers only: a whole array, or a row, is neither above 0 nor below. Compare entry by "
         "entry, as np.maximum does.", kind="crashed", when=crashes_over("truth value"))
def of_one_number(x):
    return max(0.0, x)


@mistake("You drop the entries that are not positive, which loses the shape. Replace them with 0.")
def positive_alone(x):
    return x[x > 0]


@mistake("You treat small positive entries as 0. ReLU is 0 up to exactly 0.", constants={"zone": (1e-3, 1e-2, 1e-4)})
def dead_zone(x, *, zone):
    return np.where(x > zone, x, 0.0)


@mistake("You return a smooth curve, softplus. ReLU is exactly 0 for negative entries, and x for positive ones.")
def softplus(x):
    return np.logaddexp(0.0, x)


@mistake("Your result has no decimals: the values became integers. Keep the dtype of x.")
def whole_numbers(x):
    return np.maximum(x, 0).astype(int)


@alternative
def by_choice(x):
    return np.where(x < 0, 0, x)


@alternative
def by_loop(x):
    return np.array([v if v > 0 else 0.0 for v in np.ravel(x).tolist()]).reshape(np.shape(x))


@alternative
def by_masking(x):
    return (x + np.abs(x)) / 2


@alternative
def by_product(x):
    return x * (x > 0)
