# WRONG: sorts each range first, so a descending y range comes out ascending; witness: point_grid((0.0, 1.0), (3.0, 1.0), 2)
import numpy as np


def point_grid(x_range, y_range, n):
    if n == 1:
        return np.array([[x_range[0], y_range[0]]], dtype=float)
    xs = np.linspace(min(x_range), max(x_range), n)
    ys = np.linspace(min(y_range), max(y_range), n)
    return np.array([[x, y] for y in ys for x in xs])
