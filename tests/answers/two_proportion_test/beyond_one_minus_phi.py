# right, but 1 - cdf is 0 for tiny p-values
from statistics import NormalDist


def two_proportion_test(k_a, n_a, k_b, n_b):
    p = (k_a + k_b) / (n_a + n_b)
    var = p * (1 - p) * (1 / n_a + 1 / n_b)
    if var <= 0:
        return 0.0, 1.0
    z = (k_b / n_b - k_a / n_a) / var**0.5
    return z, 2 * (1 - NormalDist().cdf(abs(z)))
