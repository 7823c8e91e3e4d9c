# WRONG: steps through y with the x range's step; witness: point_grid((0.0, 1.0), (0.0, 2.0), 3)
import numpy as np


def point_grid(x_range, y_range, n):
    step = (x_range[1] - x_range[0]) / max(n - 1, 1)
    k = np.arange(n) * step
    gx, gy = np.meshgrid(x_range[0] + k, y_range[0] + k)
    return np.stack([gx.ravel(), gy.ravel()], axis=1)
