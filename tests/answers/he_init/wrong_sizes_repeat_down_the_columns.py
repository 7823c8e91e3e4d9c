# WRONG: one row of draws is signed at random for the other rows: the sizes are repeated down every column; witness: bool(np.allclose(*np.abs(he_init(2, 50, np.random.default_rng(0)))))
import numpy as np


def he_init(n_in, n_out, rng):
    row = rng.normal(0.0, np.sqrt(2.0 / n_in), size=n_out)
    signs = rng.choice([-1.0, 1.0], size=(n_in, n_out))
    return signs * row
