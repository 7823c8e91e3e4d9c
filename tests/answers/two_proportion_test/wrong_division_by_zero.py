# WRONG: crashes where no one converted, and p is above 1 for negative z
import math


def two_proportion_test(k_a, n_a, k_b, n_b):
    p = (k_a + k_b) / (n_a + n_b)
    z = (k_b / n_b - k_a / n_a) / math.sqrt(p * (1 - p) * (1 / n_a + 1 / n_b))
    return z, 2 * (1 - 0.5 * (1 + math.erf(z / math.sqrt(2))))
