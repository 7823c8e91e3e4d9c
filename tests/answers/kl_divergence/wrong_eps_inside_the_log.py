# WRONG: a small eps inside the logarithm makes p > 0, q = 0 finite; witness: kl_divergence(np.array([0.5, 0.5]), np.array([1.0, 0.0]))
import numpy as np

EPS = 1e-300


def kl_divergence(p, q):
    return np.sum(p * (np.log(p + EPS) - np.log(q + EPS)))
