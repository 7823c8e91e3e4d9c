# WRONG: variance 1 / n_in, the same only for a square matrix; witness: abs(xavier_init(400, 100, np.random.default_rng(0)).var() * 250 - 1) < .1
import numpy as np


def xavier_init(n_in, n_out, rng):
    return rng.standard_normal((n_in, n_out)) * np.sqrt(1.0 / n_in)
