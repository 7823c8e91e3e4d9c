# WRONG: a fixed seed instead of rng: two calls give the same matrix; witness: (lambda rng: bool((he_init(3, 4, rng) == he_init(3, 4, rng)).any()))(np.random.default_rng(0))
import numpy as np


def he_init(n_in, n_out, rng):
    rng = np.random.default_rng(42)
    return rng.normal(0.0, np.sqrt(2.0 / n_in), size=(n_in, n_out))
