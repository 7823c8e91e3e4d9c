"""Sigmoid: exact at both ends, silent, and at home with scalars."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    # Large arguments are plain: a clip at ±500 is right in float64, and float32 would overflow there.
    yield Case("zero", 0.0)
    yield Case("a scalar", 2.0)
    yield Case("a negative scalar", -1000.0)
    yield Case("a large scalar", 1000.0)
    yield Case("three entries", np.array([0.0, 1.0, -1.0]))
    yield Case("fairly large", np.array([20.0, -20.0, 50.0, -50.0]))
    yield Case("a thousand", np.array([1000.0, 999.0])).plain()
    yield Case("minus a thousand", np.array([-1000.0, -800.0])).plain()
    yield Case("both ends in one array", np.array([[1000.0, -1000.0, 0.0], [-710.0, 710.0, 3.0]])).plain()
    yield Case("one column", rng.normal(size=(4, 1)))
    yield Case("random", rng.normal(0.0, 3.0, size=(3, 4)))
    yield Case("random, three axes", rng.normal(0.0, 5.0, size=(2, 3, 2)))
    yield Case("random, widely spread", rng.uniform(-1000.0, 1000.0, size=8)).plain()
    yield Case("three hundred entries", 5.0 * np.cos(np.arange(300.0))).plain()


@mistake("exp(-z) overflows for a large negative z. Give exp only arguments that are not positive, such as "
         "-|z|.")
def overflows(z):
    return 1 / (1 + np.exp(-z))


@mistake("exp(z) overflows for a large positive z, and infinity over infinity is NaN. Give exp only "
         "arguments that are not positive, such as -|z|.")
def overflows_above(z):
    return np.exp(z) / (1 + np.exp(z))


@mistake("np.where computes both of its branches in full, so the one that is not chosen still overflows. "
         "Index with a mask, or use an exponent such as -|z| in both.")
def both_branches(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake("You clip z so tightly that the result is off: sigmoid(1000) is 1 to all digits. Clip at 500, say, "
         "or write it without clipping.")
def clipped_tightly(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@mistake("The sign of z is turned round: large z belong near 1.")
def mirrored(z):
    return np.exp(-np.maximum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


@mistake("This is tanh, which goes from -1 to 1; the sigmoid goes from 0 to 1.")
def hyperbolic_tangent(z):
    return np.tanh(z)


@mistake("You use |z| on both sides, so negative z give what positive ones should. For z < 0 the numerator "
         "is exp(z).")
def symmetric(z):
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


@alternative
def through_tanh(z):
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(z)))


@alternative
def by_masks(z):
    z = np.asarray(z, dtype=float)
    result = np.empty(z.shape)
    positive = z >= 0
    result[positive] = 1 / (1 + np.exp(-z[positive]))
    growing = np.exp(z[~positive])
    result[~positive] = growing / (1 + growing)
    return result


@alternative
def by_clipping_widely(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@alternative
def one_by_one(z):
    import math

    def single(value):
        return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))

    return single(z) if np.ndim(z) == 0 else np.array([single(v) for v in z.ravel()]).reshape(z.shape)


@alternative
def through_logarithms(z):
    return np.exp(-np.logaddexp(0, -z))
