"""The two-proportion z-test: pooling, the sign, two sides, and a p-value that is exact where it is small."""

import math

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake, says, shaped_like_reference


class RightTo(Check):
    """z as closely as anywhere; p to 1e-9, and to 1e-4 of itself where it is 1e-10 or more."""

    def __call__(self, case, got, want):
        failure = shaped_like_reference()(case, got, want)
        if failure is not None:
            return failure
        (z, p), (right_z, right_p) = ([float(np.asarray(each)) for each in one.value] for one in (got, want))
        if not abs(z - right_z) <= 1e-6 * abs(right_z) + 1e-10:
            return _wrong("the first result", z, right_z)
        if not abs(p - right_p) <= min(1e-9, 1e-4 * right_p if right_p >= 1e-10 else 1e-9):
            return _wrong("the second result", p, right_p)
        return None


def _wrong(where, got, want):
    detail = {"where": where, "got": np.array(got), "want": np.array(want), "near": np.array(False)}
    return Failure("values", f"{where.capitalize()} is wrong.", detail)


CHECKS = (RightTo(),)


def cases(rng):
    def counts():
        n_a, n_b = rng.integers(50, 400, size=2)
        return (int(rng.binomial(n_a, 0.3)) + 1, int(n_a), int(rng.binomial(n_b, 0.4)) + 1, int(n_b))

    yield Case("20 of 200 against 30 of 200", 20, 200, 30, 200)
    yield Case("b is worse", 30, 100, 20, 100)
    yield Case("groups of different sizes", 12, 100, 24, 120)
    yield Case("a large group and a small one", 300, 1000, 9, 20)
    yield Case("high rates", 95, 100, 180, 200)
    yield Case("a small difference", 500, 10_000, 502, 10_000)
    yield Case("no one in a", 0, 50, 4, 60)
    yield Case("everyone in b", 45, 50, 60, 60)
    for i in range(4):
        yield Case(f"random {i + 1}", *counts())
    yield Case("a million users", 100_000, 1_000_000, 50_400, 500_000)
    yield Case("the same counts", 10, 50, 10, 50).edge("equal rates")
    yield Case("the same rate in groups of two sizes", 1, 4, 25, 100).edge("equal rates")
    yield Case("one user in a", 1, 1, 3, 10).edge("one user")
    yield Case("one user each", 1, 1, 0, 1).edge("one user")
    yield Case("no one at all", 0, 20, 0, 30).edge("everyone or no one")
    yield Case("everyone in both", 20, 20, 7, 7).edge("everyone or no one")
    yield Case("one user each, both converted", 1, 1, 1, 1).edge("everyone or no one")
    yield Case("a p-value of 1e-5", 100, 1000, 166, 1000).edge("small p-values")
    yield Case("a p-value of 3e-8", 166, 1000, 83, 1000).edge("small p-values")
    yield Case("a p-value of 2e-10", 100, 1000, 202, 1000).edge("small p-values")
    yield Case("a p-value of 1e-24", 100, 1000, 280, 1000).judged(close(rtol=1e-4)).beyond(
        "For a p-value of 1e-24 you return {got}. 1 − Φ(|z|) loses all digits there, and math.erfc keeps them.")


def _test(k_a, n_a, k_b, n_b, variance=None, p=None, difference=None):
    pooled = (k_a + k_b) / (n_a + n_b)
    if pooled in (0, 1):
        return 0.0, 1.0
    if variance is None:
        variance = pooled * (1 - pooled) * (1 / n_a + 1 / n_b)
    z = (k_b / n_b - k_a / n_a if difference is None else difference) / np.sqrt(variance)
    return z, (_two_sided(z) if p is None else p(z))


def _two_sided(z):
    return math.erfc(abs(z) / math.sqrt(2))


def _phi(z):
    return math.erfc(-z / math.sqrt(2)) / 2


@mistake("Your z is positive where a is better. Subtract a's rate from b's.")
def sign_flipped(k_a, n_a, k_b, n_b):
    return _test(k_b, n_b, k_a, n_a)


@mistake("Your z has lost its sign. It is negative where b has the lower rate.")
def absolute_z(k_a, n_a, k_b, n_b):
    z, p = _test(k_a, n_a, k_b, n_b)
    return abs(z), p


@mistake("You do not pool: each group's own rate is in your standard error. Under the hypothesis there is one rate.",
         constants={"guarded": (True, False)})
def unpooled(k_a, n_a, k_b, n_b, *, guarded):
    a, b = k_a / n_a, k_b / n_b
    variance = a * (1 - a) / n_a + b * (1 - b) / n_b
    if variance == 0 and guarded:
        return 0.0, 1.0
    z = float(np.float64(b - a) / np.sqrt(variance))
    return z, _two_sided(z)


@mistake("You do not pool, and you divide by n − 1. Under the hypothesis there is one rate p, with variance p (1 − p).")
def unpooled_sample_variances(k_a, n_a, k_b, n_b):
    a, b = k_a / n_a, k_b / n_b
    return _test(k_a, n_a, k_b, n_b, a * (1 - a) / max(n_a - 1, 1) + b * (1 - b) / max(n_b - 1, 1) or 1.0)


@mistake("Your pooled rate is the mean of the two rates. Divide all conversions by all users.")
def mean_of_rates(k_a, n_a, k_b, n_b):
    pooled = (k_a / n_a + k_b / n_b) / 2
    return _test(k_a, n_a, k_b, n_b, pooled * (1 - pooled) * (1 / n_a + 1 / n_b))


@mistake("You use a's rate alone in the standard error. Pool both groups.")
def rate_of_a_alone(k_a, n_a, k_b, n_b):
    a = k_a / n_a
    return _test(k_a, n_a, k_b, n_b, a * (1 - a) * (1 / n_a + 1 / n_b) or 1.0)


@mistake("Your standard error divides by n_a + n_b. The variance is p (1 − p) times (1/n_a + 1/n_b).")
def divided_by_all(k_a, n_a, k_b, n_b):
    pooled = (k_a + k_b) / (n_a + n_b)
    return _test(k_a, n_a, k_b, n_b, pooled * (1 - pooled) / (n_a + n_b))


@mistake("You divide by the variance. Take its square root.")
def without_the_root(k_a, n_a, k_b, n_b):
    pooled = (k_a + k_b) / (n_a + n_b)
    return _test(k_a, n_a, k_b, n_b, (pooled * (1 - pooled) * (1 / n_a + 1 / n_b)) ** 2)


@mistake("You leave out 1 − p in the variance p (1 − p).")
def variance_without_one_minus_p(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, (k_a + k_b) / (n_a + n_b) * (1 / n_a + 1 / n_b))


@mistake("You apply a continuity correction. Leave it out.")
def continuity_correction(k_a, n_a, k_b, n_b):
    difference = k_b / n_b - k_a / n_a
    shift = min((1 / n_a + 1 / n_b) / 2, abs(difference))
    return _test(k_a, n_a, k_b, n_b, difference=math.copysign(abs(difference) - shift, difference))


@mistake("You compare the counts. Compare the rates, k / n.")
def counts_compared(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, difference=float(k_b - k_a))


@mistake("You return z², the chi-square statistic. Return z.")
def chi_square(k_a, n_a, k_b, n_b):
    z, p = _test(k_a, n_a, k_b, n_b)
    return z * z, p


@mistake("Your p-value is one-sided. Count both sides: double it.")
def one_sided(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: _phi(-abs(z)))


@mistake("Your p-value is one-sided, for b above a. Use |z|, and count both sides.")
def one_sided_greater(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: _phi(-z))


@mistake("You double one fixed side, so p is above 1 for half of all z. Use |z|.", constants={"side": (1, -1)})
def doubled_without_abs(k_a, n_a, k_b, n_b, *, side):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: 2 * _phi(side * z))


@mistake("You return the chance to be closer to 0 than |z|. The p-value is 1 minus that.")
def complement(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: 1 - _two_sided(z))


@mistake("You return Φ(|z|). The two-sided p-value is 2 · (1 − Φ(|z|)).")
def distribution_function(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: _phi(abs(z)))


@mistake("The argument of erfc lacks its division by √2. With Φ(x) = erfc(−x / √2) / 2 the p-value is erfc(|z| / √2).")
def root_of_two_forgotten(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: math.erfc(abs(z)))


@mistake("You return the density of the normal distribution at z. The p-value is an area: the chance beyond |z| on "
         "both sides.", constants={"factor": (1, 2)})
def density(k_a, n_a, k_b, n_b, *, factor):
    return _test(k_a, n_a, k_b, n_b, p=lambda z: factor * math.exp(-z * z / 2) / math.sqrt(2 * math.pi))


@mistake("Your p-value is not exact enough, as from an approximation or a coarse integral of the normal distribution. "
         "math.erfc is exact.", constants={"form": ("series", "logistic", "tanh")})
def approximated(k_a, n_a, k_b, n_b, *, form):
    def p(z):
        x = abs(z)
        if form == "logistic":
            return 2 - 2 / (1 + math.exp(-1.702 * x))
        if form == "tanh":
            return 1 - math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))
        t = 1 / (1 + 0.3275911 * x / math.sqrt(2))
        poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
        return poly * math.exp(-x * x / 2)

    return _test(k_a, n_a, k_b, n_b, p=p)


@mistake("Where the pooled rate is 0 or 1, you divide 0 by 0. Return (0.0, 1.0) there.", kind="crashed",
         when=says("ZeroDivisionError"))
def division_by_zero(k_a, n_a, k_b, n_b):
    pooled = (k_a + k_b) / (n_a + n_b)
    z = (k_b / n_b - k_a / n_a) / math.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    return z, _two_sided(z)


@mistake("Where the pooled rate is 0 or 1, you return NaN. Return (0.0, 1.0) there.")
def nan_for_no_one(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b) if 0 < k_a + k_b < n_a + n_b else (math.nan, math.nan)


@mistake("Where the pooled rate is 0 or 1, your p is 0. There is no difference at all, so p is 1.")
def certain_for_no_one(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b) if 0 < k_a + k_b < n_a + n_b else (0.0, 0.0)


@mistake("You return p first. The order is (z, p).")
def p_first(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b)[::-1]


@mistake("You return the p-value alone. Return (z, p).")
def p_alone(k_a, n_a, k_b, n_b):
    return _test(k_a, n_a, k_b, n_b)[1]


@alternative
def by_the_distribution_function(k_a, n_a, k_b, n_b):
    if k_a + k_b in (0, n_a + n_b):
        return 0, 1
    p = (k_a + k_b) / (n_a + n_b)
    z = (k_b / n_b - k_a / n_a) / (p * (1 - p) / n_a + p * (1 - p) / n_b) ** 0.5
    return np.array([z, 2 * (1 - 0.5 * (1 + math.erf(abs(z) / 2**0.5)))])


@alternative
def by_the_table_of_counts(k_a, n_a, k_b, n_b):
    from statistics import NormalDist

    table = np.array([[k_a, n_a - k_a], [k_b, n_b - k_b]], dtype=float)
    below = table.sum(axis=1).prod() * table.sum(axis=0).prod()
    if below == 0:
        return 0.0, 1.0
    cross = table[1, 0] * table[0, 1] - table[0, 0] * table[1, 1]
    z = cross * math.sqrt(table.sum() / below)
    return z, 2 * NormalDist().cdf(-abs(z))


@alternative
def by_integration(k_a, n_a, k_b, n_b):
    pooled = (k_a + k_b) / (n_a + n_b)
    error = math.sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b))
    z = (k_b / n_b - k_a / n_a) / error if error else 0.0
    x = np.linspace(abs(z), abs(z) + 9, 20_001)
    y = np.exp(-(x**2) / 2) / math.sqrt(math.pi / 2)
    return z, float((y[0] + y[-1] + 4 * y[1:-1:2].sum() + 2 * y[2:-1:2].sum()) * (x[1] - x[0]) / 3)
