# WRONG: one-sided p-value
import math


def two_proportion_test(k_a, n_a, k_b, n_b):
    p = (k_a + k_b) / (n_a + n_b)
    if p in (0.0, 1.0):
        return 0.0, 1.0
    z = (k_b / n_b - k_a / n_a) / math.sqrt(p * (1 - p) * (1 / n_a + 1 / n_b))
    return z, 0.5 * math.erfc(abs(z) / math.sqrt(2))
