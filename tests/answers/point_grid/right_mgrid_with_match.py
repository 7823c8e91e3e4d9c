import numpy as np


def point_grid(x_range, y_range, n):
    (x0, x1), (y0, y1) = x_range, y_range
    match n:
        case 1:
            return np.array([[x0, y0]], dtype=float)
        case _:
            g = np.mgrid[float(y0):float(y1):n * 1j, float(x0):float(x1):n * 1j]
            return g[::-1].reshape(2, -1).T
