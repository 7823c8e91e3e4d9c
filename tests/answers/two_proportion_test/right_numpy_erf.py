import math
import numpy as np


def two_proportion_test(k_a, n_a, k_b, n_b):
    pa, pb = np.divide(k_a, n_a), np.divide(k_b, n_b)
    pool = (n_a * pa + n_b * pb) / (n_a + n_b)
    se = np.sqrt(pool * (1 - pool) / n_a + pool * (1 - pool) / n_b)
    if not se > 0:
        return 0.0, 1.0
    z = (pb - pa) / se
    return z, 1 - math.erf(abs(z) / np.sqrt(2))
