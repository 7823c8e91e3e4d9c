# WRONG: orthogonal rows in the tall case: the entries of one matrix are not independent (columns are exactly orthogonal); witness: (lambda W: bool(np.abs(W.T @ W - np.diag(np.diag(W.T @ W))).max() < 1e-8))(he_init(64, 32, np.random.default_rng(0)))
import numpy as np


def he_init(n_in, n_out, rng):
    if n_in > n_out > 1:
        Q, R = np.linalg.qr(rng.standard_normal((n_in, n_out)))
        return Q * np.sign(np.diag(R)) * np.sqrt(2.0)
    return rng.standard_normal((n_in, n_out)) * np.sqrt(2.0 / n_in)
