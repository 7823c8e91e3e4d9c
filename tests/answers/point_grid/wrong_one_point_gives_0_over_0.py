# WRONG: 0 / 0 for n = 1; witness: point_grid((2.0, 3.0), (4.0, 5.0), 1)
import numpy as np


def point_grid(x_range, y_range, n):
    t = np.arange(n) / (n - 1)
    xs = x_range[0] + t * (x_range[1] - x_range[0])
    ys = y_range[0] + t * (y_range[1] - y_range[0])
    return np.stack([np.tile(xs, n), np.repeat(ys, n)], axis=1)
