"""int8 quantisation: the scale, the rounding and the dtype.

Halves are given only where the scale is a power of two, so that every formula divides exactly; in the random cases
each quotient lies at least 0.1 from a half.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, holds, mistake


def of_int8(case, got, want):
    q = got[0]
    return (isinstance(q, np.ndarray | np.generic) and q.dtype == np.int8) or (
        "The values are right, but q does not have the dtype int8: store it in one byte per entry.")


def of_right_scale(case, got, want):
    ratio = float(np.asarray(got[1])) / float(want[1])
    return abs(ratio - 1) <= 1e-4 or f"The scale should be {float(want[1]):.6g}; it is {ratio:.4g} times that."


CHECKS = (
    close(),
    holds("q's dtype is int8", of_int8),
    holds("the scale is max |x| / 127", of_right_scale),
)


def cases(rng):
    def tensor(*shape, scale):
        """Quotients well away from halves, and one of exactly 127 or -127."""
        codes = rng.integers(-126, 127, size=shape).astype(float)
        quotients = codes + rng.uniform(-0.4, 0.4, size=shape)
        quotients.flat[int(rng.integers(quotients.size))] = rng.choice([-127.0, 127.0])
        return quotients * scale

    yield Case("one entry", np.array([254.0]))
    yield Case("one negative entry", np.array([-0.5]))
    yield Case("zeros alone", np.zeros(3))
    yield Case("a matrix of zeros", np.zeros((2, 3)))
    yield Case("both ends", np.array([127.0, -127.0, 0.0, 1.0]))
    yield Case("the largest by size is negative", np.array([-254.0, 100.0, 3.0]))
    yield Case("quotients of .4, .6 and .9", np.array([127.0, 2.4, 2.6, 3.9, -2.4, -2.6, -3.9]))
    yield Case("halves", np.array([127.0, 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, -3.5]))
    yield Case("halves, with a scale of 1/4", np.array([31.75, 2.125, 0.375, -0.125, -2.875, -4.125, 3.0]))
    yield Case("a matrix whose rows differ in size", np.array([[127.0, -3.0, 8.0], [1.2, 0.7, -0.2]]))
    yield Case("tiny entries", np.array([127.0, -64.0, 2.0, 3.25]) * 2.0**-70)
    yield Case("random", tensor(6, scale=0.013))
    yield Case("random matrix", tensor(3, 4, scale=float(rng.uniform(0.5, 2.0))))
    yield Case("random, with a batch axis", tensor(2, 3, 2, scale=1e4))
    yield Case("random, all positive", np.abs(tensor(5, scale=0.2)))
    yield Case("three hundred entries", tensor(300, scale=0.05)).plain()


def _scale(x, levels=127):
    largest = np.max(np.abs(x))
    return largest / levels if largest > 0 else 1.0


@mistake("You round halves away from zero; the task rounds them to the even integer, as np.round does.")
def halves_away_from_zero(x):
    scale = _scale(x)
    return (np.sign(x) * np.floor(np.abs(x) / scale + 0.5)).astype(np.int8), scale


@mistake("floor(x + 0.5) rounds every half upwards; the task rounds them to the even integer, as np.round does.")
def halves_upwards(x):
    scale = _scale(x)
    return np.floor(x / scale + 0.5).astype(np.int8), scale


@mistake("astype cuts the fraction off, which is not rounding: round first, then convert.")
def cut_off(x):
    scale = _scale(x)
    return (x / scale).astype(np.int8), scale


@mistake("You round down; the nearest integer is asked for.")
def rounded_down(x):
    scale = _scale(x)
    return np.floor(x / scale).astype(np.int8), scale


@mistake("You divide the largest entry by 128. The symmetric range ends at 127 on both sides.")
def by_128(x):
    scale = _scale(x, 128)
    return np.clip(np.round(x / scale), -128, 127).astype(np.int8), scale


@mistake("You spread 255 steps over the range from -max to max; the scale asked for is max |x| / 127.")
def by_half_of_255(x):
    scale = _scale(x, 127.5)
    return np.clip(np.round(x / scale), -128, 127).astype(np.int8), scale


@mistake("You take the largest entry without its sign being dropped: a negative entry may be further from "
         "zero. Use the maximum of |x|.")
def largest_signed(x):
    scale = np.max(x) / 127
    scale = scale if scale > 0 else 1.0
    return np.clip(np.round(x / scale), -127, 127).astype(np.int8), scale


@mistake("You divide 0 by 0 when x is all zeros. Its scale is 1.")
def zero_over_zero(x):
    scale = np.max(np.abs(x)) / 127
    return np.round(x / scale).astype(np.int8), scale


@mistake("You keep the scale away from 0 with a small constant. That spoils tensors of tiny entries, and the scale "
         "of zeros: test for zero itself, and take 1 then.")
def kept_from_zero(x):
    scale = np.maximum(np.max(np.abs(x)) / 127, 1e-8)
    return np.round(x / scale).astype(np.int8), scale


@mistake("You add a small constant to the scale. That spoils tensors of tiny entries, and the scale of zeros: "
         "test for zero itself, and take 1 then.")
def epsilon_added(x):
    scale = np.max(np.abs(x)) / 127 + 1e-8
    return np.round(x / scale).astype(np.int8), scale


@mistake("You give each row a scale of its own; the task has one for the whole tensor.")
def scale_for_each_row(x):
    scale = np.max(np.abs(x), axis=-1, keepdims=True) / 127
    scale = np.where(scale > 0, scale, 1.0)
    return np.round(x / scale).astype(np.int8), scale


@mistake("You map the range from min to max onto all codes with a zero point. The task is symmetric: zero stays "
         "zero, and x is q times the scale.")
def asymmetric(x):
    scale = (np.max(x) - np.min(x)) / 255
    scale = scale if scale > 0 else 1.0
    return np.clip(np.round((x - np.min(x)) / scale) - 128, -128, 127).astype(np.int8), scale


@mistake("You return the restored values q · scale; q itself is asked for.")
def restored(x):
    scale = _scale(x)
    return np.round(x / scale) * scale, scale


@mistake("You return 127 / max |x|, the factor on the way there. The scale leads back: x is about q times it.")
def scale_inverted(x):
    largest = np.max(np.abs(x))
    factor = 127 / largest if largest > 0 else 1.0
    return np.round(x * factor).astype(np.int8), factor


@mistake("You return the scale first; the task asks for (q, scale).")
def exchanged(x):
    scale = _scale(x)
    return scale, np.round(x / scale).astype(np.int8)


@mistake("q is rounded but still floats, eight bytes an entry. Convert it with astype(np.int8).")
def left_as_floats(x):
    scale = _scale(x)
    return np.round(x / scale), scale


@mistake("q holds integers, but in more than one byte each. Its dtype must be int8.")
def wider_integers(x):
    scale = _scale(x)
    return np.round(x / scale).astype(int), scale


@mistake("You return q alone; without the scale nobody can read it.")
def codes_alone(x):
    return np.round(x / _scale(x)).astype(np.int8)


@alternative
def entry_by_entry(x):
    scale = max(abs(float(value)) for value in x.ravel()) / 127 or 1
    codes = [round(float(value) / scale) for value in x.ravel()]
    return [np.array(codes, dtype="int8").reshape(x.shape), float(scale)]


@alternative
def by_multiplying(x):
    q = np.zeros(x.shape, dtype=np.int8)
    reach = np.linalg.norm(x.ravel(), np.inf)
    if reach == 0:
        return q, np.float64(1.0)
    q[...] = np.clip(np.rint(x * (127.0 / reach)), -127, 127)
    return q, np.array(reach / 127.0)
