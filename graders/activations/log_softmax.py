"""Log-softmax: the right axis, for every axis, and finite where probabilities underflow."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says

QUIET = ("tiny probabilities", "large scores")


def cases(rng):
    yield Case("two equal scores", np.array([0.0, 0.0]))
    # 0, within 1e-6: whoever guards the sum with 1e-8 has done no harm
    one = close(rtol=1e-6, atol=1e-4)
    yield Case("one score", np.array([3.0])).judged(one)
    yield Case("three scores", np.array([1.0, 2.0, 4.0]))
    yield Case("two rows", np.array([[0.0, 1.0], [2.0, 0.0]]))
    yield Case("an axis of length one", rng.normal(size=(3, 1))).judged(one)
    yield Case("random rows", rng.normal(size=(3, 4)))
    yield Case("three hundred rows", rng.normal(size=(300, 3))).plain()
    yield Case("three axes, the last by default", rng.normal(size=(2, 3, 4)))
    yield Case("four axes, the last by default", rng.normal(size=(2, 3, 2, 4))).plain()
    yield Case("a probability of exp(-30)", np.array([0.0, -30.0, -1.0])).edge("tiny probabilities")
    yield Case("a probability of exp(-50)", np.array([0.0, -50.0, -1.0])).edge("tiny probabilities")
    yield Case("a probability that underflows", np.array([0.0, -2000.0])).edge("tiny probabilities")
    yield Case("all but one underflow", np.array([[-900.0, 3.0, -800.0, -2500.0]])).edge("tiny probabilities")
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
    yield Case("middle axis of three", rng.normal(size=(2, 3, 4)), 1).edge("other axes")
    yield Case("axis counted from the end", rng.normal(size=(2, 3, 4)), axis=-2).edge("other axes")
    yield Case("four axes, the second from the front", rng.normal(size=(2, 3, 2, 4)), axis=-3).plain().edge(
        "other axes")


def shifted(x, axis):
    return x - np.max(x, axis=axis, keepdims=True)


def log_sum(scores, axis):
    return np.log(np.exp(scores).sum(axis=axis, keepdims=True))


def right(x, axis):
    return shifted(x, axis) - log_sum(shifted(x, axis), axis)


def softmax(x, axis):
    exps = np.exp(shifted(x, axis))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("You take the logarithm of a softmax whose small entries underflow to 0. Subtract log(sum(exp)) from the "
         "shifted scores instead.")
def logarithm_of_softmax(x, axis=-1):
    return np.log(softmax(x, axis))


@mistake("You take the logarithm of a softmax that is not stable: exp overflows on large scores, and small "
         "probabilities underflow to 0. Subtract the maximum, and then log(sum(exp)).")
def logarithm_of_naive_softmax(x, axis=-1):
    return np.log(np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True))


@mistake("A small constant under the logarithm hides the underflow: every tiny probability then has the same "
         "logarithm. Subtract log(sum(exp)) from the shifted scores instead.",
         constants={"eps": (1e-12, 1e-8, 1e-9, 1e-10, 1e-7, 1e-15, 1e-6), "by": ("sum", "floor")})
def floored(x, axis=-1, *, eps, by):
    return np.log(softmax(x, axis) + eps if by == "sum" else np.maximum(softmax(x, axis), eps))


@mistake("You raise tiny probabilities to the smallest float, so they all have the same logarithm. Subtract "
         "log(sum(exp)) from the shifted scores instead, where nothing underflows.")
def floored_at_the_smallest(x, axis=-1):
    return np.log(np.maximum(softmax(x, axis), np.finfo(np.float64).tiny))


@mistake("You add a small constant to the sum of the exponentials, which shows where one score is far above the "
         "others. The sum is at least 1 after the shift, so it needs no guard.",
         constants={"eps": (1e-5, 1e-4, 1e-3, 1e-2)})
def guarded_sum(x, axis=-1, *, eps):
    return shifted(x, axis) - np.log(np.exp(shifted(x, axis)).sum(axis=axis, keepdims=True) + eps)


@mistake("You take the maximum over the whole array. In a row far below it every exponential underflows, so take the "
         "maximum along the axis.")
def global_maximum(x, axis=-1):
    scores = x - np.max(x)
    return scores - log_sum(scores, axis)


@mistake("You take one maximum per sample. In a row of the sample that is far below it every exponential underflows, "
         "so take the maximum along the axis that is summed.")
def maximum_per_sample(x, axis=-1):
    axes = tuple(range(1, x.ndim)) or None
    scores = x - np.max(x, axis=axes, keepdims=True)
    return scores - log_sum(scores, axis)


@mistake("From three axes on you take the maximum over the whole array. In a row far below it every exponential "
         "underflows, so take the maximum along the axis.")
def global_maximum_in_batches(x, axis=-1):
    scores = x - np.max(x) if x.ndim > 2 else shifted(x, axis)
    return scores - log_sum(scores, axis)


@mistake("You subtract something smaller than the maximum, such as the minimum or the mean, so large scores still "
         "overflow. Subtract the maximum, so that no exponent is above 0.", constants={"by": (np.min, np.mean)})
def shifted_by_less(x, axis=-1, *, by):
    scores = x - by(x, axis=axis, keepdims=True)
    return scores - log_sum(scores, axis)


@mistake("exp overflows on large scores, and underflows where all are low. Subtract the maximum along the axis first: "
         "the result is the same.")
def not_shifted(x, axis=-1):
    return x - log_sum(x, axis)


@mistake("You cut the shifted scores off at {bound}. The result may be any number up to 0.",
         constants={"bound": (-500.0, -700.0, -745.0, -100.0, -50.0, -30.0, -20.0)})
def cut_off(x, axis=-1, *, bound):
    scores = np.maximum(shifted(x, axis), bound)
    return scores - log_sum(scores, axis)


@mistake("You normalize over the whole array. Each slice along the axis needs its own sum.")
def whole_array(x, axis=-1):
    scores = x - np.max(x)
    return scores - np.log(np.exp(scores).sum())


@mistake("You always work along the last axis. Use the `axis` argument.")
def ignores_axis(x, axis=-1):
    return right(x, -1)


@mistake("For axis=0 you work along the last axis. Remember that 0 counts as false in an `or` and an `if`.")
def axis_zero_lost(x, axis=-1):
    return right(x, axis or -1)


@mistake("From three axes on you always work along the last one. Use the `axis` argument.")
def ignores_axis_in_batches(x, axis=-1):
    return right(x, axis if x.ndim < 3 else -1)


@mistake("You always work along axis 1. Use the `axis` argument; the default is the last axis.")
def always_axis_1(x, axis=-1):
    return right(x, min(1, x.ndim - 1))


@mistake("You work along the first axis by default. The default is the last axis.")
def first_axis(x, axis=0):
    return right(x, axis)


@mistake("You subtract the sum of the exponentials. Subtract its logarithm.")
def without_the_logarithm(x, axis=-1):
    return shifted(x, axis) - np.exp(shifted(x, axis)).sum(axis=axis, keepdims=True)


@mistake("You subtract the maximum inside the sum only. Subtract it outside too, or add it back.")
def shifted_once(x, axis=-1):
    return x - log_sum(shifted(x, axis), axis)


@mistake("You return softmax. Return its logarithm.")
def softmax_itself(x, axis=-1):
    return softmax(x, axis)


@mistake("You return the negative log-probabilities. Flip the sign.")
def negative(x, axis=-1):
    return -right(x, axis)


@mistake("The exponential of a large score is too large for a float. Subtract the maximum first, so that no exponent "
         "is above 0.", kind="crashed", when=says("OverflowError"))
def with_math_exp(x, axis=-1):
    def one(row):
        total = sum(math.exp(v) for v in row)
        return np.array([v - math.log(total) for v in row])

    return np.apply_along_axis(one, axis, x)


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(x, axis=-1):
    x -= np.max(x, axis=axis, keepdims=True)
    return x - log_sum(x, axis)


@alternative
def with_logaddexp(x, axis=-1):
    return x - np.expand_dims(np.logaddexp.reduce(x, axis=axis), axis)


@alternative
def by_moving_the_axis(x, axis=-1):
    moved = np.moveaxis(np.asarray(x, dtype=float), axis, 0)
    top = moved.max(0)
    return np.moveaxis(moved - (top + np.log(np.exp(moved - top).sum(0))), 0, axis)


@alternative
def slice_by_slice(x, axis=-1):
    def one(row):
        top = max(row)
        return row - top - np.log(sum(np.exp(v - top) for v in row))

    return np.apply_along_axis(one, axis, x)
