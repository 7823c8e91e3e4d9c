# WRONG: y changes fastest; witness: point_grid((0.0, 1.0), (5.0, 7.0), 2)
import numpy as np


def point_grid(x_range, y_range, n):
    xs = np.linspace(x_range[0], x_range[1], n)
    ys = np.linspace(y_range[0], y_range[1], n)
    gx, gy = np.meshgrid(xs, ys, indexing="ij")
    return np.column_stack([gx.ravel(), gy.ravel()])
