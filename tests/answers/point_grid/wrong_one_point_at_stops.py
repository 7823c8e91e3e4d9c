# WRONG: builds the axes backwards from the stop, so n = 1 gives the two stops; witness: point_grid((2.0, 3.0), (4.0, 5.0), 1)
import numpy as np


def point_grid(x_range, y_range, n):
    xs = np.linspace(x_range[1], x_range[0], n)[::-1]
    ys = np.linspace(y_range[1], y_range[0], n)[::-1]
    gx, gy = np.meshgrid(xs, ys)
    return np.concatenate([gx.reshape(-1, 1), gy.reshape(-1, 1)], axis=1)
