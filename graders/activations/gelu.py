"""GELU with the exact CDF: to 1e-6, which tells it from every approximation in use.

The tolerance is relative to the largest entry, so most cases have entries on both sides and of size about 1.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

CHECKS = (close(rtol=1e-6, atol=1e-6),)


def cases(rng):
    yield Case("zero", np.array([0.0]))
    yield Case("one", np.array([1.0]))
    yield Case("minus one", np.array([-1.0]))
    yield Case("by hand", np.array([-1.0, 0.0, 2.0]))
    yield Case("where the approximations differ", np.array([-2.5, -0.75, 0.5, 1.0, 2.3]))
    yield Case("far out", np.array([-40.0, -6.0, 3.0, 6.0, 40.0]))
    yield Case("random", 1.5 * rng.normal(size=6) + np.array([0.0, 0.0, 0.0, 0.0, 0.0, 2.0]))
    yield Case("a table", 1.5 * rng.normal(size=(3, 4)) + np.array([0.0, 1.0, -1.0, 2.0]))
    yield Case("a column", rng.normal(size=(3, 1)) + 1.0)
    yield Case("three axes", 2 * rng.normal(size=(2, 3, 2)))
    yield Case("small entries", np.array([1e-3, -1e-3, 2e-3, -3e-3]))
    yield Case("three hundred rows", 2 * rng.normal(size=(300, 3))).plain()
    yield Case("four axes", 2 * rng.normal(size=(2, 1, 3, 2))).plain()


_erf = np.vectorize(math.erf, otypes=[float])


@mistake("That is the tanh approximation, which is off by up to 5e-4. Use the exact CDF: (1 + erf(x / "
         "sqrt(2))) / 2.")
def tanh_approximation(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


@mistake("x * sigmoid(1.702 x) approximates GELU to about 0.02. Use the exact CDF: (1 + erf(x / sqrt(2))) / "
         "2.")
def sigmoid_approximation(x):
    return x * 0.5 * (1 + np.tanh(1.702 * x / 2))


@mistake("x * sigmoid(x) is SiLU, or Swish. GELU weighs x by the normal CDF: (1 + erf(x / sqrt(2))) / 2.")
def silu(x):
    return x * 0.5 * (1 + np.tanh(x / 2))


@mistake("The CDF is (1 + erf(x / sqrt(2))) / 2; you left out the square root of 2 inside.")
def without_the_root(x):
    return 0.5 * x * (1 + _erf(x))


@mistake("(1 + erf(x / sqrt(2))) has to be halved to be a probability.")
def not_halved(x):
    return x * (1 + _erf(x / np.sqrt(2)))


@mistake("You used erf as if it were the CDF. It runs from -1 to 1: the CDF is (1 + erf(x / sqrt(2))) / 2.")
def erf_as_cdf(x):
    return x * _erf(x / np.sqrt(2))


@mistake("You return the CDF alone; GELU is x times it.")
def cdf_only(x):
    return 0.5 * (1 + _erf(x / np.sqrt(2)))


@mistake("You weigh x by the normal density, the bell curve. GELU takes its integral, the cumulative "
         "distribution.")
def density(x):
    return x * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)


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
