"""Log-softmax: the right axis, for every axis, and finite where probabilities underflow."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("two equal scores", np.array([0.0, 0.0]))
    yield Case("one score", np.array([3.0]))
    yield Case("two rows", np.array([[0.0, 1.0], [2.0, 0.0]]))
    yield Case("down the columns", np.array([[0.0, 1.0], [2.0, 0.0]]), axis=0)
    yield Case("an axis of length one", rng.normal(size=(3, 1)))
    yield Case("random rows", rng.normal(size=(3, 4)))
    yield Case("random columns", rng.normal(size=(4, 3)), axis=0)
    yield Case("middle axis of three", rng.normal(size=(2, 3, 4)), 1)
    yield Case("axis counted from the end", rng.normal(size=(2, 3, 4)), axis=-2)
    yield Case("all far above zero", np.array([1000.0, 1001.0, 999.0]))
    yield Case("all far below zero", np.array([-1000.0, -1001.0, -999.0]))
    yield Case("a probability of exp(-50)", np.array([0.0, -50.0, -1.0]))
    yield Case("a probability that underflows", np.array([0.0, -2000.0]))
    yield Case("scores of ten thousand", np.array([[1e4, -1e4, 0.0], [-1e4, -1e4 + 1, -1e4 + 2]]))
    yield Case("one row far below the other", np.array([[800.0, 801.0], [-800.0, -801.0]]))
    yield Case("one column far below the other", np.array([[800.0, -800.0], [801.0, -801.0]]), axis=0)
    # what float32 rounds away at 1e4 is what decides here
    yield Case("fractions beside ten thousand", np.array([[1e4, 1e4 + 0.3], [-1e4, -1e4 - 0.7]])).plain()
    yield Case("a vector along axis 0", np.array([1.0, 2.0, 4.0]), axis=0)
    yield Case("three hundred rows", rng.normal(size=(300, 3))).plain()
    yield Case("four axes, the last by default", rng.normal(size=(2, 3, 2, 4))).plain()
    yield Case("four axes, the second", rng.normal(size=(2, 3, 2, 4)), axis=-3).plain()


def _log_sum(shifted, axis):
    return np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


@mistake("You take the logarithm of a softmax whose small entries have underflowed to 0. Subtract "
         "log(sum(exp)) from the shifted scores instead.")
def logarithm_of_softmax(x, axis=-1):
    exps = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return np.log(exps / exps.sum(axis=axis, keepdims=True))


@mistake("A small number added under the logarithm hides the underflow: every tiny probability then has the "
         "same logarithm. Subtract log(sum(exp)) from the shifted scores instead.")
def floored(x, axis=-1):
    exps = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return np.log(exps / exps.sum(axis=axis, keepdims=True) + 1e-12)


@mistake("You took the maximum over the whole array. In a row far below it every exponential underflows, and "
         "the logarithm of their sum is -inf: the maximum belongs to the axis.")
def global_maximum(x, axis=-1):
    shifted = x - np.max(x)
    return shifted - _log_sum(shifted, axis)


@mistake("exp overflows on large scores, and underflows where all are low. Subtract the maximum along the "
         "axis first: the result is the same.")
def not_shifted(x, axis=-1):
    return x - _log_sum(x, axis)


@mistake("You normalised over the whole array; the task asks for one axis.")
def whole_array(x, axis=-1):
    shifted = x - np.max(x)
    return shifted - np.log(np.exp(shifted).sum())


@mistake("You always work along the last axis; use the `axis` argument.")
def ignores_axis(x, axis=-1):
    shifted = x - np.max(x, axis=-1, keepdims=True)
    return shifted - _log_sum(shifted, -1)


@mistake("You work along the first axis by default; the default is the last one.")
def first_axis(x, axis=0):
    shifted = x - np.max(x, axis=axis, keepdims=True)
    return shifted - _log_sum(shifted, axis)


@mistake("You subtract the sum of the exponentials; its logarithm is missing.")
def without_the_logarithm(x, axis=-1):
    shifted = x - np.max(x, axis=axis, keepdims=True)
    return shifted - np.exp(shifted).sum(axis=axis, keepdims=True)


@mistake("The maximum is subtracted from the scores inside the sum, but not from those outside, or not added "
         "back: the two must match.")
def shifted_once(x, axis=-1):
    return x - _log_sum(x - np.max(x, axis=axis, keepdims=True), axis)


@mistake("That is softmax; its logarithm is asked for.")
def softmax_itself(x, axis=-1):
    exps = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


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
