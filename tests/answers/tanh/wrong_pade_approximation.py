# WRONG: Pade approximation cut at +-1, off by up to 2 per cent; witness: tanh(np.array([2.0, -1.5]))
import numpy as np


def tanh(x):
    z = np.clip(np.asarray(x, dtype=float), -3.0, 3.0)
    z2 = z * z
    return z * (27.0 + z2) / (27.0 + 9.0 * z2)
