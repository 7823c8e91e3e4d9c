import functools
import numpy as np


@functools.lru_cache(maxsize=None)
def _std(n_in, n_out):
    return float(np.sqrt(2.0 / (n_in + n_out)))


def xavier_init(n_in, n_out, rng):
    W = np.empty((n_out, n_in))
    rng.standard_normal(out=W)
    W *= _std(int(n_in), int(n_out))
    return W.T            # a view of the other orientation
