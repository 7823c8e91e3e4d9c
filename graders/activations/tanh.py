"""tanh without np.tanh: right on both sides, exact far out, and without a warning there."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, both, close, lacks, mistake, must_not_call, says, uses

CHECKS = (close(), must_not_call("numpy.tanh"))
EXACT = (close(rtol=1e-12), must_not_call("numpy.tanh"))
QUIET = ("large entries",)


def cases(rng):
    yield Case("zero", np.array([0.0]))
    yield Case("by hand", np.array([0.0, np.log(2.0), -np.log(3.0)]))
    yield Case("between -6 and 6", np.array([-6.0, -5.0, -1.0, 1.0, 3.5, 5.5]))
    yield Case("small entries", np.array([1e-3, -1e-3, 0.02]))
    yield Case("very small entries", np.array([1e-6, -3e-6, 2e-5]))
    yield Case("random", 2 * rng.normal(size=6))
    yield Case("a table", 2 * rng.normal(size=(3, 4)))
    yield Case("a column", rng.normal(size=(3, 1)))
    yield Case("three axes", 2 * rng.normal(size=(2, 3, 4)))
    yield Case("three hundred rows", 2 * rng.normal(size=(300, 3))).plain()
    yield Case("four axes", rng.normal(size=(2, 1, 3, 4))).plain()
    # Large entries are plain: the statement promises float32 up to 80.
    yield Case("a thousand", np.array([1000.0])).judged(*EXACT).plain().edge("large entries")
    yield Case("minus a thousand", np.array([-1000.0])).judged(*EXACT).plain().edge("large entries")
    yield Case("both ends and the middle", np.array([-1000.0, -1.0, 0.0, 1.0, 1000.0])).plain().edge("large entries")
    yield Case("where it flattens", np.array([-20.0, -9.0, 9.0, 20.0, 400.0, -400.0])).plain().edge("large entries")
    yield Case("three axes, some of it far out", 300 * rng.normal(size=(2, 3, 2))).plain().edge("large entries")
    yield Case("eighty, in float32", np.array([-80.0, -1.0, 0.5, 80.0], dtype=np.float32)).plain().edge("float32")
    yield Case("a single number", np.array(0.5)).edge("shape ()")
    yield Case("a single negative number", np.array(-1.5)).edge("shape ()")
    yield Case("a thousand, in float32", np.array([-1000.0, 1000.0], dtype=np.float32)).plain().beyond(
        "In float32, exp overflows from 88 on. At float32 entries of -1000 and 1000 your result is not -1 and 1."
    )


def right(x):
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


@mistake("The definition is infinity over infinity for large |x|. Divide it by its largest term first: with "
         "e = exp(-2|x|), tanh is sign(x) (1 - e) / (1 + e).")
def by_definition(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@mistake("exp(2x) overflows for large x, and infinity over infinity is NaN. Exponentiate -2|x|, and restore the sign "
         "afterwards.")
def overflows_on_the_right(x):
    x = np.asarray(x, dtype=float)
    return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)


@mistake("exp(-2x) overflows for large negative x, and infinity over infinity is NaN. Exponentiate -2|x|, and restore "
         "the sign afterwards.")
def overflows_on_the_left(x):
    x = np.asarray(x, dtype=float)
    return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))


@mistake("exp overflows for large entries. Exponentiate -2|x|, which is never positive, and restore the sign "
         "afterwards.",
         kind="warning", when=both(says("overflow"), lacks("np.where", "np.select", "np.piecewise")))
def overflows_and_warns(x):
    return 1 - 2 / (np.exp(2 * x) + 1)


@mistake("np.where computes both of its branches, so the unused one overflows and warns. Use one form that is safe for "
         "all x, such as one in exp(-2|x|).", kind="warning", when=both(says("overflow"), uses("np.where")))
def both_branches(x):
    return np.where(x >= 0, 2 / (1 + np.exp(-2 * x)) - 1, 1 - 2 / (1 + np.exp(2 * x)))


@mistake("The exponential of a large entry is too large for a float. Exponentiate -2|x|, which is never positive, and "
         "restore the sign afterwards.", kind="crashed", when=says("OverflowError"))
def with_math_exp(x):
    def one(v):
        return (math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v))

    return np.vectorize(one, otypes=[float])(x)


@mistake("You call a function for single numbers, such as those of the math module, with an array. Apply it entry by "
         "entry, for instance with np.vectorize.", kind="crashed", when=says("Python scalars"))
def one_number_at_a_time(x):
    return np.array([math.tanh(v) for v in x])


@mistake("You call np.tanh. Write the formula yourself.", kind="calls", when=says("np.tanh was called"))
def calls_it(x):
    return np.tanh(x)


@mistake("tanh(x) is 2 sigmoid(2x) - 1. You left out the 2 inside, which gives tanh(x / 2).")
def half_the_argument(x):
    e = np.exp(-np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


@mistake("This is the sigmoid, between 0 and 1. tanh(x) is 2 sigmoid(2x) - 1.")
def sigmoid_instead(x):
    return (1 + right(x / 2)) / 2


@mistake("You lose the sign of x. tanh is odd: tanh(-x) = -tanh(x).")
def without_the_sign(x):
    e = np.exp(-2 * np.abs(x))
    return (1 - e) / (1 + e)


@mistake("Large negative entries give 1. They should give -1: tanh is odd.",
         constants={"bound": (20.0, 10.0, 30.0, 50.0)})
def saturates_without_the_sign(x, *, bound):
    return np.where(np.abs(x) > bound, 1.0, right(x))


@mistake("You swapped numerator and denominator.")
def upside_down(x):
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 + e) / (1 - e)


@mistake("This is sinh(x), the numerator, without a division by cosh(x).")
def sinh_instead(x):
    return (np.exp(x) - np.exp(-x)) / 2


@mistake("This is the derivative, 1 - tanh(x)**2, not tanh itself.")
def its_derivative(x):
    e = np.exp(-2 * np.abs(x))
    return 1 - ((1 - e) / (1 + e)) ** 2


@mistake("Your result is x, cut off at -1 and 1, which is the hard tanh. Return tanh itself.")
def hard(x):
    return np.clip(x, -1, 1)


@mistake("Your result no longer grows beyond |x| = {bound}, where tanh is not 1 yet. tanh is 1 to 1e-12 from 15 on.",
         constants={"bound": (3, 4, 5, 6, 8, 10, 2)})
def clipped_early(x, *, bound):
    return right(np.clip(x, -bound, bound))


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(x):
    signs = np.sign(x)
    np.abs(x, out=x)
    e = np.exp(-2 * x)
    return signs * (1 - e) / (1 + e)


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


@alternative
def definition_on_a_clipped_x(x):
    x = np.clip(x, -300, 300)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
