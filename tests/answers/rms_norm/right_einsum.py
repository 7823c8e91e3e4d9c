import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = np.asarray(x, dtype=np.float64)
    ms = np.einsum("...d,...d->...", x, x) / x.shape[-1]
    return np.einsum("...d,...,d->...d", x, np.reciprocal(np.sqrt(ms + eps)), np.asarray(gamma, dtype=np.float64))
