"""Softmax: the right axis, for every axis, and stable row by row."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses

QUIET = ("large scores",)


def cases(rng):
    yield Case("two equal scores", np.array([0.0, 0.0]))
    yield Case("one score", np.array([3.0]))
    yield Case("three scores", np.array([1.0, 2.0, 4.0]))
    yield Case("two rows", np.array([[0.0, 1.0], [2.0, 0.0]]))
    yield Case("a column, each row of one score", rng.normal(size=(3, 1)))
    yield Case("random rows", rng.normal(size=(3, 4)))
    yield Case("three hundred rows", rng.normal(size=(300, 3)))
    yield Case("three axes, the last by default", rng.normal(size=(2, 3, 4)))
    yield Case("four axes, the last by default", rng.normal(size=(2, 3, 2, 4))).plain()
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 999.0])).edge("large scores")
    yield Case("scores of ten thousand", np.array([[1e4, -1e4, 0.0], [-1e4, -1e4 + 1, -1e4 + 2]])).edge("large scores")
    yield Case("all scores far below zero", np.array([-1000.0, -1001.0, -999.0])).edge("large scores")
    yield Case("two far above the mean", np.array([[1e4, 1e4 - 1.0] + 38 * [0.0]])).edge("large scores")
    # what float32 rounds away at 1e4 is what decides here
    close_by = np.array([[1e4, 1e4 + 0.3], [-1e4, -1e4 - 0.7]])
    yield Case("fractions beside ten thousand", close_by).plain().edge("large scores")
    yield Case("one row far below the other", np.array([[800.0, 801.0], [-800.0, -801.0]])).edge("rows far apart")
    # one maximum for each sample, or for each table, is one too few
    far = np.array([0.0, -900.0])
    three = rng.normal(size=(2, 2, 3)) + far[:, None, None] + 2 * far[:, None]
    yield Case("rows far apart in a table of three axes", three).edge("rows far apart")
    yield Case("columns far apart", np.array([[800.0, -800.0], [801.0, -801.0]]), axis=0).edge("rows far apart")
    yield Case("down the columns", np.array([[0.0, 1.0], [2.0, 0.0]]), axis=0).edge("other axes")
    yield Case("random columns", rng.normal(size=(4, 3)), axis=0).edge("other axes")
    yield Case("a vector along axis 0", np.array([1.0, 2.0, 4.0]), axis=0).edge("other axes")
    yield Case("first axis of three", rng.normal(size=(2, 3, 4)), axis=0).edge("other axes")
    yield Case("middle axis of three", rng.normal(size=(2, 3, 4)), axis=1).edge("other axes")
    yield Case("axis counted from the end", rng.normal(size=(2, 3, 4)), axis=-2).edge("other axes")
    yield Case("four axes, the third, by position", rng.normal(size=(2, 3, 4, 2)), 2).plain().edge("other axes")


@mistake("You took the maximum over the whole array, so a row far below it underflows to 0/0. Take the maximum along "
         "the axis (axis=axis, keepdims=True).")
def global_maximum(x, axis=-1):
    exps = np.exp(x - np.max(x))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You took the maximum over the whole array, so a row far below it underflows, and a guard against 0/0 only "
         "turns its probabilities into 0. Take the maximum along the axis (axis=axis, keepdims=True).")
def global_maximum_guarded(x, axis=-1):
    exps = np.exp(x - np.max(x))
    sums = exps.sum(axis=axis, keepdims=True)
    return exps / np.where(sums == 0, 1.0, sums)


@mistake("You took one maximum per sample, so a row of the sample that is far below it underflows to 0/0. Take the "
         "maximum along the axis that is summed.")
def maximum_per_sample(x, axis=-1):
    axes = tuple(range(1, x.ndim)) or None
    exps = np.exp(x - np.max(x, axis=axes, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("Your maximum is never below 0, so scores far below zero underflow. Take the largest score itself, positive "
         "or negative.")
def maximum_from_zero(x, axis=-1):
    exps = np.exp(x - np.max(x, axis=axis, keepdims=True, initial=0.0))
    sums = exps.sum(axis=axis, keepdims=True)
    return exps / np.where(sums == 0, 1.0, sums)


@mistake("You shift by the mean, so scores far above it still overflow, or look equal once they are clipped. Subtract "
         "the maximum instead, which keeps every exponent at or below 0.",
         when=uses("np.mean"))
def mean_subtracted(x, axis=-1):
    scores = x.astype(np.float64)
    exps = np.exp(np.clip(scores - np.mean(scores, axis=axis, keepdims=True), -700, 700))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You convert the scores to float32 before the shift, which keeps only three decimals near 1e4. Keep the dtype "
         "of x.", when=uses("np.float32"))
def rounded_to_float32(x, axis=-1):
    scores = x.astype(np.float32)
    exps = np.exp((scores - scores.max(axis=axis, keepdims=True)).astype(np.float64))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You normalized over the whole array. Each slice along the axis should sum to 1 by itself.")
def whole_array(x, axis=-1):
    exps = np.exp(x - np.max(x))
    return exps / exps.sum()


@mistake("You always normalize along the last axis. Use the `axis` argument.")
def ignores_axis(x, axis=-1):
    exps = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


@mistake("You always normalize along axis 1. Use the `axis` argument; the default is the last axis.")
def always_axis_1(x, axis=-1):
    along = min(1, x.ndim - 1)
    exps = np.exp(x - np.max(x, axis=along, keepdims=True))
    return exps / exps.sum(axis=along, keepdims=True)


@mistake("You normalize along the first axis by default. The default is the last axis.")
def first_axis(x, axis=0):
    exps = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("exp overflows on large scores. Subtract the maximum along the axis first: the result is the same.")
def not_shifted(x, axis=-1):
    return np.exp(x) / np.sum(np.exp(x), axis=axis, keepdims=True)


@mistake("Your exponents have the wrong sign, so the largest score gets the smallest probability.")
def sign_flipped(x, axis=-1):
    exps = np.exp(x.min(axis=axis, keepdims=True) - x)
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You return exp(x - max) without dividing by its sum: the result does not sum to 1.")
def not_normalized(x, axis=-1):
    return np.exp(x - np.max(x, axis=axis, keepdims=True))


@mistake("You return the logarithm of the probabilities. Take its exponential.")
def log_softmax_instead(x, axis=-1):
    shifted = x - x.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


@mistake("You subtract something smaller than the maximum, such as the minimum or the mean, so large scores still "
         "overflow. Subtract the maximum, so that no exponent is above 0.", constants={"by": (np.mean, np.min)})
def shifted_by_less(x, axis=-1, *, by):
    exps = np.exp(x - by(x, axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You take the maximum along the last axis, but sum along another. A slice far below the maximum underflows to "
         "0/0, so take the maximum along the axis that is summed.")
def maximum_along_the_last_axis(x, axis=-1):
    exps = np.exp(x - x.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("For axis=0 you normalize along the last axis. Remember that 0 counts as false in an `or` and an `if`.")
def axis_zero_lost(x, axis=-1):
    exps = np.exp(x - x.max(axis=axis or -1, keepdims=True))
    return exps / exps.sum(axis=axis or -1, keepdims=True)


@mistake("For an axis counted from the end you always normalize along the last one. NumPy counts from the end too, so "
         "use the axis as it is.")
def negative_axes_lost(x, axis=-1):
    along = axis if axis >= 0 else -1
    exps = np.exp(x - x.max(axis=along, keepdims=True))
    return exps / exps.sum(axis=along, keepdims=True)


@mistake("You add a small constant to the sum, so the result does not sum to 1. After the shift the sum is at least 1 "
         "and needs no guard.", constants={"eps": (1e-4, 1e-3, 1e-5)})
def guarded_sum(x, axis=-1, *, eps):
    exps = np.exp(x - x.max(axis=axis, keepdims=True))
    return exps / (exps.sum(axis=axis, keepdims=True) + eps)


@mistake("You cut the scores off at ±{bound}, so larger ones look equal. Subtract the maximum instead.",
         constants={"bound": (700, 709, 500, 100)})
def clipped(x, axis=-1, *, bound):
    exps = np.exp(np.clip(x, -bound, bound))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("The exponential of a large score is too large for a float. Subtract the maximum first, so that no exponent "
         "is above 0.", kind="crashed", when=says("OverflowError"))
def with_math_exp(x, axis=-1):
    def one(row):
        exps = [math.exp(value) for value in row]
        return np.array(exps) / sum(exps)

    return np.apply_along_axis(one, axis, x)


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(x, axis=-1):
    x -= x.max(axis=axis, keepdims=True)
    return np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True)


@alternative
def through_logarithms(x, axis=-1):
    shifted = x - x.max(axis=axis, keepdims=True)
    return np.exp(shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True)))


@alternative
def by_moving_the_axis(x, axis=-1):
    moved = np.moveaxis(np.array(x, dtype=float), axis, 0)
    moved = moved - moved.max(0)
    moved = np.exp(moved)
    moved /= moved.sum(0)
    return np.moveaxis(moved, 0, axis)
