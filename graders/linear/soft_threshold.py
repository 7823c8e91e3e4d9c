"""Soft thresholding: towards zero by t, on both sides, and never past it."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one entry", np.array([3.0]), 1.0)
    yield Case("both signs", np.array([3.0, -3.0, 0.5, -0.5]), 1.0)
    yield Case("exactly at the threshold", np.array([2.0, -2.0, 0.0]), 2.0)
    yield Case("t of zero", np.array([1.5, -0.25, 0.0]), 0.0)
    yield Case("everything within the threshold", np.array([0.3, -0.9, 0.1]), 1.0)
    yield Case("just beyond the threshold", np.array([1.001, -1.001]), 1.0)
    yield Case("a threshold below 1", np.array([0.8, -0.2, 0.1]), 0.25)
    yield Case("t by name", np.array([6.0, -4.0]), t=4.5)
    yield Case("random rows", rng.normal(0.0, 3.0, size=(3, 5)), 1.5)
    yield Case("random, three axes", rng.normal(size=(2, 3, 4)), float(rng.uniform(0.2, 0.8)))
    yield Case("random vector", rng.normal(0.0, 10.0, size=9), float(rng.uniform(2.0, 8.0)))
    yield Case("a single number", np.array(-3.0), 1.0)
    yield Case("entries and threshold of a small scale", 1e-6 * np.array([3.0, -2.0, 0.5, -0.5]), 1e-6)
    yield Case("three hundred entries", 3.0 * np.cos(np.arange(300.0)), 1.0).plain()


@mistake("You set the small entries to 0 but keep the large ones as they are: that is the hard threshold. "
         "Move the large ones by t as well.")
def hard(x, t):
    return np.where(np.abs(x) > t, x, 0.0)


@mistake("You move every entry by t even where that overshoots 0. Entries within t of 0 become 0.")
def overshoots(x, t):
    return x - t * np.sign(x)


@mistake("You treat the positive side alone; a negative entry below -t becomes x + t.")
def positive_side(x, t):
    return np.maximum(x - t, 0.0)


@mistake("You lost the sign: the result is |x| - t. Multiply by the sign of x.")
def without_sign(x, t):
    return np.maximum(np.abs(x) - t, 0.0)


@mistake("You clip x to [-t, t], which keeps what should be taken away: subtract the clipped part from x.")
def clipped(x, t):
    return np.clip(x, -t, t)


@mistake("You shrink by the factor 1 / (1 + t), which is the step of the squared L2 norm. For the L1 norm, "
         "move by t.")
def of_the_l2_norm(x, t):
    return x / (1 + t)


@mistake("You move the entries away from 0: subtract t on the positive side and add it on the negative.")
def away_from_zero(x, t):
    return np.where(x > t, x + t, np.where(x < -t, x - t, 0.0))


@alternative
def by_sign_and_size(x, t):
    return np.sign(x) * np.maximum(np.abs(x) - t, 0)


@alternative
def by_two_relus(x, t):
    return np.maximum(x - t, 0) - np.maximum(-x - t, 0)


@alternative
def in_plain_loops(x, t):
    result = []
    for value in x.flat:
        if value > t:
            result.append(value - t)
        elif value < -t:
            result.append(value + t)
        else:
            result.append(0.0)
    return np.array(result).reshape(x.shape)


@alternative
def by_masks(x, t):
    result = np.zeros_like(x)
    result[x > t] = x[x > t] - t
    result[x < -t] = x[x < -t] + t
    return result
