# WRONG: antithetic draws: the second half of the entries are the negatives of the first half; witness: abs((lambda w: float(np.corrcoef(w[:5000], w[5000:])[0, 1]))(xavier_init(100, 100, np.random.default_rng(0)).ravel())) < .2
import numpy as np


def xavier_init(n_in, n_out, rng):
    std = np.sqrt(2.0 / (n_in + n_out))
    total = n_in * n_out
    half = rng.normal(0.0, std, size=(total + 1) // 2)
    return np.concatenate([half, -half])[:total].reshape(n_in, n_out)
