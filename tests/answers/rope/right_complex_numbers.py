import numpy as np


def rope(x, positions, base=10000.0):
    """Complex numbers: (u + iv) e^{i theta}."""
    d = x.shape[-1]
    z = x[..., ::2] + 1j * x[..., 1::2]
    z = z * np.exp(1j * np.outer(positions, np.power(float(base), -2.0 * np.arange(d // 2) / d)))
    return np.stack((z.real, z.imag), axis=-1).reshape(x.shape)
