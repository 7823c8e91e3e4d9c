import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """Derivative along each unit vector."""
    base = np.asarray(x, dtype=float)

    def unit(k):
        e = np.zeros(base.size)
        e[k] = 1.0
        return e.reshape(base.shape)

    def slope(k):
        step = h * unit(k)
        return (f(np.asarray(base + step)) - f(np.asarray(base - step))) / (2 * h)

    return np.fromiter(map(float, map(slope, range(base.size))), dtype=float, count=base.size).reshape(base.shape)
