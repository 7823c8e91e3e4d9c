import math
import numpy as np


def xavier_init(n_in, n_out, rng):
    """Marsaglia's polar method, one pair of numbers at a time."""
    std = math.sqrt(2.0 / (n_in + n_out))
    need = n_in * n_out
    values = []
    while len(values) < need:
        u = 2.0 * rng.random() - 1.0
        v = 2.0 * rng.random() - 1.0
        s = u * u + v * v
        if 0.0 < s < 1.0:
            k = std * math.sqrt(-2.0 * math.log(s) / s)
            values += [u * k, v * k]
    return np.array(values[:need], dtype=float).reshape(n_in, n_out)
