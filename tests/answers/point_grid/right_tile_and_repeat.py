import numpy as np


def _axis(start, stop, n):
    return start + np.arange(n) * ((stop - start) / max(n - 1, 1))


def point_grid(x_range, y_range, n):
    pts = np.empty((n * n, 2))
    pts[:, 0] = np.tile(_axis(x_range[0], x_range[1], n), n)
    pts[:, 1] = np.repeat(_axis(y_range[0], y_range[1], n), n)
    return pts
