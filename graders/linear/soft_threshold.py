"""Soft thresholding: toward zero by t, on both sides, and never past it."""

import numpy as np

from mlprep.grading.api import Case, alternative, loops, mistake


def cases(rng):
    yield Case("both signs", np.array([3.0, -3.0, 0.5, -0.5]), 1.0)
    yield Case("one entry", np.array([3.0]), 1.0)
    yield Case("everything within the threshold", np.array([0.3, -0.9, 0.1]), 1.0)
    yield Case("just beyond the threshold", np.array([1.01, -1.01]), 1.0)
    yield Case("a threshold below 1", np.array([0.8, -0.2, 0.1]), 0.25)
    yield Case("t by name", np.array([6.0, -4.0]), t=4.5)
    yield Case("random vector", rng.normal(0.0, 10.0, size=9), float(rng.uniform(2.0, 8.0)))
    yield Case("random rows", rng.normal(0.0, 3.0, size=(3, 5)), 1.5)
    yield Case("random, three axes", rng.normal(size=(2, 3, 4)), float(rng.uniform(0.2, 0.8)))
    yield Case("three hundred entries", 3.0 * np.cos(np.arange(300.0)), 1.0).plain()
    yield Case("exactly at the threshold", np.array([2.0, -2.0, 0.0]), 2.0).edge("at the threshold")
    yield Case("t of zero", np.array([1.5, -0.25, 0.0]), 0.0).edge("t of 0")
    yield Case("a single number", np.array(-3.0), 1.0).edge("no axis")
    yield Case("random, a single number", np.array(rng.normal(4.0, 1.0)), 0.5).edge("no axis")
    small = 1e-6 * np.array([3.0, -2.0, 0.5, -0.5])
    note = "With entries and a threshold of about 1e-6 you return {got}. A guard such as 1e-8 is not small there."
    yield Case("entries and threshold of a small scale", small, 1e-6).plain().beyond(note)


@mistake("You set the small entries to 0 and keep the large ones as they are, which is the hard threshold. Move the "
         "large ones toward 0 by t.")
def hard(x, t):
    return np.where(np.abs(x) > t, x, 0.0)


@mistake("You move every entry by t, even past 0. Entries within t of 0 become 0.")
def overshoots(x, t):
    return x - t * np.sign(x)


@mistake("You treat the positive side only. A negative entry below -t becomes x + t.")
def positive_side(x, t):
    return np.maximum(x - t, 0.0)


@mistake("You keep negative entries as they are. Below -t an entry becomes x + t, and between -t and 0 it becomes 0.")
def negative_side_kept(x, t):
    return np.where(x > t, x - t, np.where(x < 0, x, 0.0))


@mistake("You add t to positive entries below t. They become 0, because the negative side starts at -t.")
def negative_side_from_t(x, t):
    return np.where(x > t, x - t, np.where(x < t, x + t, 0.0))


@mistake("You lose the sign: your result is |x| - t. Multiply it by the sign of x.")
def without_sign(x, t):
    return np.maximum(np.abs(x) - t, 0.0)


@mistake("You return x clipped to [-t, t]. Subtract that from x.")
def clipped(x, t):
    return np.clip(x, -t, t)


@mistake("You shrink by the factor 1 / (1 + t), which is the step for half the squared L2 norm. For the L1 norm, move "
         "by t.")
def of_the_l2_norm(x, t):
    return x / (1 + t)


@mistake("You move the entries away from 0. Subtract t on the positive side and add it on the negative one.")
def away_from_zero(x, t):
    return np.where(x > t, x + t, np.where(x < -t, x - t, 0.0))


@mistake("You divide by |x|, and for an entry of 0 that can be 0/0, which is NaN. np.sign(x) times max(|x| - t, 0) "
         "needs no division.")
def divided_by_size(x, t):
    return x * np.maximum(1 - t / np.abs(x), 0.0)


@mistake("You divide x by |x| to get its sign, and 0/0 is NaN. Use np.sign.")
def sign_by_division(x, t):
    return x / np.abs(x) * np.maximum(np.abs(x) - t, 0.0)


@mistake("You add a small constant to |x|, so your results are a little too large. Write it without a division: "
         "sign(x) times max(|x| - t, 0).", constants={"eps": (1e-8, 1e-6, 1e-7, 1e-5, 1e-4)})
def eps_beside_size(x, t, *, eps=1e-8):
    return x * np.maximum(1 - t / (np.abs(x) + eps), 0.0)


@mistake("You shrink each row by its norm, as the group lasso does. Shrink every entry by itself.")
def by_row_norm(x, t):
    size = np.abs(x) if x.ndim < 2 else np.linalg.norm(x, axis=-1, keepdims=True)
    return x * np.maximum(1 - t / np.maximum(size, 1e-300), 0.0)


@mistake("You loop over the first axis as if its items were numbers. In a matrix they are rows, so work on the whole "
         "array, or loop over x.flat.", when=loops(), constants={"guarded": (True, False)})
def first_axis_looped(x, t, *, guarded=True):
    shrunk = [v - t if v > t else v + t if v < -t else 0.0 for v in (np.atleast_1d(x) if guarded else x)]
    return np.reshape(shrunk, x.shape)


@mistake("For an x of shape () you return an array of shape (1,). Keep the shape of x.")
def at_least_one_axis(x, t):
    return np.atleast_1d(x - np.clip(x, -t, t))


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
