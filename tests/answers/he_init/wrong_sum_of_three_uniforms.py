# WRONG: the sum of three uniforms: mean and variance are right, but bounded by three standard deviations, not normal; witness: bool(np.abs(he_init(500, 400, np.random.default_rng(0))).max() > 3 * (2 / 500) ** .5)
import numpy as np


def he_init(n_in, n_out, rng):
    z = 2.0 * (rng.random((3, n_in, n_out)).sum(axis=0) - 1.5)     # variance 4 * 3 / 12
    return z * np.sqrt(2.0 / n_in)
