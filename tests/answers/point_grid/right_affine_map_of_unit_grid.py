import numpy as np


def point_grid(x_range, y_range, n):
    """Unit grid -> affine map, as a graphics person would do it."""
    k = np.arange(n * n)
    unit = np.column_stack(np.divmod(k, n)[::-1]) / (n - 1 or 1)
    lo = np.array([x_range[0], y_range[0]], dtype=float)
    hi = np.array([x_range[1], y_range[1]], dtype=float)
    return lo * (1 - unit) + hi * unit
