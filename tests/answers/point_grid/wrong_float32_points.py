# WRONG: returns float32
import numpy as np
def point_grid(x_range, y_range, n):
    x = np.linspace(*x_range, n, dtype=np.float32); y = np.linspace(*y_range, n, dtype=np.float32)
    a, b = np.meshgrid(x, y)
    return np.stack([a.ravel(), b.ravel()], axis=1)
