# WRONG: the grid's dtype follows the ranges' type: integer ends such as (0, 1) truncate the inner points
import numpy as np
def point_grid(x_range, y_range, n):
    out = np.empty((n * n, 2), dtype=np.asarray(x_range + y_range if isinstance(x_range, tuple) else [*x_range, *y_range]).dtype)
    X, Y = np.meshgrid(np.linspace(*x_range, n), np.linspace(*y_range, n))
    out[:, 0], out[:, 1] = X.ravel(), Y.ravel()
    return out
