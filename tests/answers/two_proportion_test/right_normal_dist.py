from statistics import NormalDist


def two_proportion_test(k_a, n_a, k_b, n_b):
    total = n_a + n_b
    k = k_a + k_b
    if k == 0 or k == total:
        return (0.0, 1.0)
    p = k / total
    se = (p * (1 - p) * (1 / n_a + 1 / n_b)) ** 0.5
    z = (k_b / n_b - k_a / n_a) / se
    return (z, 2 * (1 - NormalDist().cdf(abs(z))))
