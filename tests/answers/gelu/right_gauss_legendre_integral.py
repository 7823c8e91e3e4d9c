import numpy as np

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(80)


def gelu(x):
    """cdf = 1/2 + integral of the density from 0 to x, by Gauss-Legendre"""
    x = np.asarray(x, dtype=float)
    z = np.clip(x, -12.0, 12.0)
    half = 0.5 * z
    total = 0.0
    for node, weight in zip(_NODES, _WEIGHTS):
        u = half * (node + 1.0)
        total = total + weight * np.exp(-0.5 * u * u)
    cdf = 0.5 + half * total / np.sqrt(2.0 * np.pi)
    cdf = np.clip(cdf, 0.0, 1.0)
    return x * cdf
