import numpy as np


def numerical_gradient(f, x, h=1e-5):
    shape = np.shape(x)
    flat = [float(v) for v in np.asarray(x, dtype=float).ravel()]

    def at(values):
        return float(f(np.array(values, dtype=float).reshape(shape)))

    slopes = []
    for i, v in enumerate(flat):
        up = at(flat[:i] + [v + h] + flat[i + 1:])
        down = at(flat[:i] + [v - h] + flat[i + 1:])
        slopes.append((up - down) / h / 2)
    return np.array(slopes).reshape(shape)
