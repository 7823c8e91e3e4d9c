import numpy as np


def tanh(x):
    """rotation of the circular tangent in the complex plane"""
    z = np.clip(np.asarray(x, dtype=float), -30.0, 30.0)
    w = np.tan(1j * z)
    return w.imag
