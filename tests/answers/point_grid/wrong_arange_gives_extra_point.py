# WRONG: np.arange with a float step gives one point too many for some ranges; witness: point_grid((0.0, 1.1), (0.0, 1.0), 12)
import numpy as np


def _axis(r, n):
    start, stop = r
    if n == 1 or start == stop:
        return np.full(n, float(start))
    step = (stop - start) / (n - 1)
    return np.arange(start, stop + step, step)


def point_grid(x_range, y_range, n):
    xs, ys = _axis(x_range, n), _axis(y_range, n)
    gx, gy = np.meshgrid(xs, ys)
    return np.stack([gx.ravel(), gy.ravel()], axis=-1)
