# WRONG: standard deviation sqrt(2) / n_in instead of sqrt(2 / n_in), the same only for n_in = 1; witness: abs(he_init(50, 400, np.random.default_rng(0)).var() * 25 - 1) < .1
import numpy as np


def he_init(n_in, n_out, rng):
    scale = np.sqrt(2.0) / n_in
    return rng.normal(loc=0.0, scale=scale, size=(n_in, n_out))
