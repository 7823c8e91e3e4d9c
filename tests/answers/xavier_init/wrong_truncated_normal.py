# WRONG: a truncated normal, redrawn beyond two standard deviations and not rescaled: the variance is 23 % too small; witness: abs(xavier_init(200, 300, np.random.default_rng(0)).var() * 250 - 1) < .1
import numpy as np


def xavier_init(n_in, n_out, rng):
    std = np.sqrt(2.0 / (n_in + n_out))
    W = rng.normal(0.0, std, (n_in, n_out))
    bad = np.abs(W) > 2 * std
    while bad.any():
        W[bad] = rng.normal(0.0, std, int(bad.sum()))
        bad = np.abs(W) > 2 * std
    return W
