"""Sigmoid: exact at both ends, without a warning, and for scalars as well."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, uses

QUIET = ("large z",)

# Where 0 is expected, up to 1e-30 is accepted.
AT_THE_ENDS = close(rtol=1e-6, atol=1e-28)


def cases(rng):
    yield Case("three entries", np.array([0.0, 1.0, -1.0]))
    yield Case("fairly large", np.array([20.0, -20.0, 12.0, -15.0]))
    yield Case("one column", rng.normal(size=(4, 1)))
    yield Case("random", rng.normal(0.0, 3.0, size=(3, 4)))
    yield Case("random, three axes", rng.normal(0.0, 5.0, size=(2, 3, 4)))
    yield Case("three hundred entries", 5.0 * np.cos(np.arange(300.0))).plain()
    yield Case("zero", 0.0).edge("scalars")
    yield Case("a scalar", 2.0).edge("scalars")
    yield Case("a negative scalar", -0.5).edge("scalars")
    yield Case("an array without an axis", np.array(rng.normal())).edge("scalars")
    # Large entries are plain: a clip at ±500 is right in float64, and float32 would overflow there.
    ends = (
        ("a large scalar", 1000.0),
        ("a large negative scalar", -1000.0),
        ("a thousand", np.array([1000.0, 999.0])),
        ("minus a thousand", np.array([-1000.0, -800.0])),
        ("both ends in one array", np.array([[1000.0, -1000.0, 0.0], [-710.0, 710.0, 3.0]])),
        ("both ends in three axes", np.array([[[900.0, -900.0]], [[-750.0, 0.5]]])),
    )
    for name, z in ends:
        yield Case(name, z).judged(AT_THE_ENDS).plain().edge("large z")
    yield Case("fifty", np.array([50.0, -50.0, 35.0])).plain().edge("large z")
    yield Case("random, widely spread", rng.uniform(-1000.0, 1000.0, size=8)).plain().edge("large z")
    yield Case("eighty in float32", np.array([80.0, -80.0, 1.0], dtype=np.float32)).plain().edge("large z")
    note = (
        "sigmoid(-40) is 4.2e-18, and you return {got}. A difference of two numbers near 1 loses such small values; "
        "exp(z) / (1 + exp(z)) keeps them."
    )
    yield Case("a small value", np.array([-40.0, -30.0])).judged(close(rtol=1e-4)).plain().beyond(note)


@mistake("exp(-z) overflows for a large negative z. Give exp only arguments at or below 0, such as -|z|.")
def overflows(z):
    return 1 / (1 + np.exp(-z))


@mistake("exp(z) overflows for a large positive z, and infinity over infinity is NaN. Give exp only arguments at or "
         "below 0, such as -|z|.")
def overflows_above(z):
    return np.exp(z) / (1 + np.exp(z))


@mistake("np.where computes both branches for every entry, so the one that is not chosen still overflows. Index with a "
         "mask, or give exp an argument such as -|z| in both branches.", when=uses("np.where"))
def both_branches(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@mistake("math.exp raises OverflowError for a large exponent. Give it only arguments at or below 0, such as -|z|.")
def overflows_in_math(z):
    import math

    return np.vectorize(lambda value: 1 / (1 + math.exp(-value)), otypes=[float])(z)


@mistake("math.exp takes one number at a time. np.exp works on arrays.", when=uses("math"))
def math_on_arrays(z):
    import math

    return 1 / (1 + math.exp(-z))


@mistake("You clip too tightly, so large z give wrong results: sigmoid(-1000) must be 0, or at most 1e-30. Clip z at "
         "±500, or write it without a clip.",
         constants={"at": (20, 30, 10, 15, 6, 5, 50, 40, 25, 35, 60, 1e-7, 1e-6, 1e-8, 1e-5)})
def clipped_tightly(z, *, at=20):
    sigmoids = 1 / (1 + np.exp(-np.clip(z, -at, at) if at > 1 else -np.clip(z, -500, 500)))
    return sigmoids if at > 1 else np.clip(sigmoids, at, 1 - at)


@mistake("The sign of z is flipped. The sigmoid of a large z is near 1.")
def mirrored(z):
    return np.exp(-np.maximum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


@mistake("This is tanh, which goes from -1 to 1. The sigmoid goes from 0 to 1.")
def hyperbolic_tangent(z):
    return np.tanh(z)


@mistake("You use |z| on both sides, so negative z get the values of positive ones. For z < 0 the numerator is exp(z).")
def symmetric(z):
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


@mistake("You treat z as an array, but it may be a Python float. Begin with z = np.asarray(z), and end with a scalar "
         "for a scalar.", constants={"by": ("shape", "index")})
def arrays_only(z, *, by="shape"):
    if by == "shape":
        result = np.empty(z.shape)
    positive = z >= 0
    rest = z[~positive] if by == "shape" else z[positive]
    result[positive] = 1 / (1 + np.exp(-z[positive]))
    result[~positive] = np.exp(rest) / (1 + np.exp(rest))
    return result


@mistake("For a scalar you return an array of shape (1,). Return a scalar, or an array of shape ().")
def at_least_one_axis(z):
    z = np.atleast_1d(z)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1 + e)


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
