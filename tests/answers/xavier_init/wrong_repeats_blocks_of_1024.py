# WRONG: blocks of 1024 draws are reused: beyond 1024 entries the matrix repeats itself; witness: int(np.unique(xavier_init(64, 64, np.random.default_rng(0))).size)
import numpy as np


def xavier_init(n_in, n_out, rng):
    std = (2.0 / (n_in + n_out)) ** 0.5
    pool = rng.normal(0.0, std, size=min(1024, n_in * n_out))
    return np.resize(pool, (n_in, n_out))
