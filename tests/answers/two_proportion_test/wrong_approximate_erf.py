# WRONG: a polynomial approximation of erf that is off by 1e-7
import math


def erf(x):
    t = 1.0 / (1.0 + 0.3275911 * x)
    y = 1 - (((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * math.exp(-x * x)
    return y


def two_proportion_test(k_a, n_a, k_b, n_b):
    p = (k_a + k_b) / (n_a + n_b)
    if p * (1 - p) == 0:
        return 0.0, 1.0
    z = (k_b / n_b - k_a / n_a) / math.sqrt(p * (1 - p) * (1 / n_a + 1 / n_b))
    return z, 1 - erf(abs(z) / math.sqrt(2))
