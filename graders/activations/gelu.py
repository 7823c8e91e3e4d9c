"""GELU with the exact CDF: to 1e-6, which tells it from every approximation in use.

The tolerance is relative to the largest entry, so most cases have entries on both sides and of size about 1.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says, uses

CHECKS = (close(rtol=1e-6, atol=1e-6),)


def cases(rng):
    yield Case("zero", np.array([0.0]))
    yield Case("one", np.array([1.0]))
    yield Case("minus one", np.array([-1.0]))
    yield Case("by hand", np.array([-1.0, 0.0, 2.0]))
    yield Case("where the approximations differ", np.array([-2.5, -0.75, 0.5, 1.0, 2.3]))
    yield Case("from -4 to 4", np.array([-4.0, -3.0, 2.8, 3.5, 4.0]))
    # within 1e-6, whatever the size of the entries
    yield Case("the left tail", np.array([-4.95, -4.6])).judged(close(rtol=1e-6, atol=1e-4)).plain()
    yield Case("random", 1.5 * rng.normal(size=6) + np.array([0.0, 0.0, 0.0, 0.0, 0.0, 2.0]))
    yield Case("a table", 1.5 * rng.normal(size=(3, 4)) + np.array([0.0, 1.0, -1.0, 2.0]))
    yield Case("a column", rng.normal(size=(3, 1)) + 1.0)
    yield Case("three axes", 2 * rng.normal(size=(2, 3, 4)))
    yield Case("small entries", np.array([1e-3, -1e-3, 2e-3, -3e-3]))
    yield Case("three hundred rows", 2 * rng.normal(size=(300, 3))).plain()
    yield Case("four axes", 2 * rng.normal(size=(2, 1, 3, 4))).plain()
    yield Case("far out", np.array([-40.0, -6.0, 3.0, 6.0, 40.0])).edge("far out")
    yield Case("a thousand", np.array([-1000.0, 1.5, 1000.0])).plain().edge("far out")
    yield Case("far left alone", np.array([-60.0, -9.0])).edge("far out")
    yield Case("a single number", np.array(0.5)).edge("shape ()")
    yield Case("a single negative number", np.array(-1.5)).edge("shape ()")


_erf = np.vectorize(math.erf, otypes=[float])


def cdf(x):
    return 0.5 * (1 + _erf(np.asarray(x, dtype=float) / np.sqrt(2)))


@mistake("This is the tanh approximation, which is off by up to 5e-4. Use the exact CDF: (1 + erf(x / sqrt(2))) / 2.")
def tanh_approximation(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


@mistake("x * sigmoid(1.702 x) approximates GELU to about 0.02. Use the exact CDF: (1 + erf(x / sqrt(2))) / 2.")
def sigmoid_approximation(x):
    return x * 0.5 * (1 + np.tanh(1.702 * x / 2))


@mistake("x * sigmoid(x) is SiLU, or Swish. GELU weighs x by the normal CDF: (1 + erf(x / sqrt(2))) / 2.")
def silu(x):
    return x * 0.5 * (1 + np.tanh(x / 2))


@mistake("You left out the square root of 2 inside erf. The CDF is (1 + erf(x / sqrt(2))) / 2.")
def without_the_root(x):
    return 0.5 * x * (1 + _erf(x))


@mistake("You divide by 2 inside erf, not by its square root. The CDF is (1 + erf(x / sqrt(2))) / 2.")
def divided_by_two(x):
    return 0.5 * x * (1 + _erf(x / 2))


@mistake("You do not halve 1 + erf(x / sqrt(2)). Divide it by 2 to get a probability.")
def not_halved(x):
    return x * (1 + _erf(x / np.sqrt(2)))


@mistake("You use erf as if it were the CDF. The CDF is (1 + erf(x / sqrt(2))) / 2.")
def erf_as_cdf(x):
    return x * _erf(x / np.sqrt(2))


@mistake("You return the CDF alone. GELU is x times the CDF.")
def cdf_only(x):
    return cdf(x)


@mistake("You weigh x by the probability of a number above it. GELU weighs it by that of a number below.")
def upper_tail(x):
    return x * (1 - cdf(x))


@mistake("You weigh x by the normal density, the bell curve. Use its integral, the cumulative distribution.")
def density(x):
    return x * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)


@mistake("Beyond |x| = {bound} you return x or 0, but GELU still differs from them there by more than 1e-6.",
         constants={"bound": (2.5, 2, 3, 4, 1)})
def cut_off(x, *, bound):
    return np.select([x > bound, x < -bound], [x, 0.0], x * cdf(x))


@mistake("np.vectorize takes the dtype of its first result, so a first result of integer 0 cuts the decimals off all "
         "others. Return 0.0, or pass otypes=[float].", when=uses("np.vectorize"))
def integers_by_vectorize(x):
    return np.vectorize(lambda v: 0 if v < -8 else float(v * cdf(v)))(x)


@mistake("You call a function for single numbers, such as those of the math module, with an array. Apply it entry by "
         "entry, for instance with np.vectorize.", kind="crashed", when=says("Python scalars"))
def one_number_at_a_time(x):
    return np.array([0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in x])


@mistake("NumPy has no erf. The standard library has math.erf, for one number at a time: apply it entry by entry, for "
         "instance with np.vectorize.", kind="crashed", when=says("has no attribute 'erf'"))
def numpy_erf(x):
    return 0.5 * x * (1 + np.erf(x / np.sqrt(2)))


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"))
def in_place(x):
    x *= cdf(x)
    return x.copy()


@alternative
def with_erf(x):
    return 0.5 * x * (1.0 + _erf(x / np.sqrt(2.0)))


@alternative
def with_a_loop(x):
    from statistics import NormalDist

    normal = NormalDist()
    flat = [float(value) * normal.cdf(float(value)) for value in x.flat]
    return np.array(flat).reshape(x.shape)


@alternative
def by_integration(x):
    # Simpson's rule for the density from 0 to x; beyond 9 nothing is left to add
    end = np.clip(x, -9, 9)[..., None]
    t = np.linspace(0, 1, 401)
    weights = np.ones(401)
    weights[1:-1:2], weights[2:-1:2] = 4, 2
    area = (np.exp(-((end * t) ** 2) / 2) * weights).sum(-1) * end[..., 0] / 1200
    return x * (0.5 + area / np.sqrt(2 * np.pi))


@alternative
def with_a_rational_approximation(x):
    # error below 1.5e-7 in erf, so within the tolerance
    z = np.abs(x) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    terms = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    tail = sum(c * t ** (k + 1) for k, c in enumerate(terms)) * np.exp(-(z**2))
    return x * np.where(x >= 0, 1 - tail / 2, tail / 2)
