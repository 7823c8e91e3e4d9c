# WRONG: divides by the norm, not the root mean square, and multiplies by sqrt(d) - with eps inside the norm's root it is d times too small; witness: rms_norm(np.array([1e-3, -1e-3, 2e-3, 0.]), np.ones(4))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    length = np.sqrt(np.sum(x * x, axis=-1, keepdims=True) + eps)
    return gamma * (x / length) * np.sqrt(x.shape[-1])
