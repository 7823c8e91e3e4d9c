# WRONG: the stop of y is left out (half-open range, as in arange); witness: point_grid((0.0, 1.0), (0.0, 1.0), 2)
import numpy as np


def point_grid(x_range, y_range, n):
    xs = np.linspace(x_range[0], x_range[1], n)
    ys = np.linspace(y_range[0], y_range[1], n, endpoint=False)
    return np.stack([np.tile(xs, n), np.repeat(ys, n)], axis=1)
