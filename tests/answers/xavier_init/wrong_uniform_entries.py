# WRONG: Glorot's uniform version: the variance is right but the entries are not normal; witness: bool(np.abs(xavier_init(200, 200, np.random.default_rng(0))).max() > 2 * (2 / 400) ** .5)
import numpy as np


def xavier_init(n_in, n_out, rng):
    limit = np.sqrt(6.0 / (n_in + n_out))
    return rng.uniform(-limit, limit, size=(n_in, n_out))
