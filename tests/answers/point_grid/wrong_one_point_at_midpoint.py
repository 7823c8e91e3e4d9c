# WRONG: n = 1 gives the midpoint of the ranges instead of the starts
import numpy as np
def point_grid(x_range, y_range, n):
    f = lambda r: np.linspace(r[0], r[1], n) if n > 1 else np.array([(r[0] + r[1]) / 2])
    X, Y = np.meshgrid(f(x_range), f(y_range))
    return np.c_[X.ravel(), Y.ravel()]
