# WRONG: standardises the sample (so that mean and variance are exact): a 1 x 1 matrix is 0 / 0; witness: bool(np.isfinite(xavier_init(1, 1, np.random.default_rng(0))).all())
import numpy as np


def xavier_init(n_in, n_out, rng):
    W = rng.standard_normal((n_in, n_out))
    W = (W - W.mean()) / W.std()
    return W * np.sqrt(2.0 / (n_in + n_out))
