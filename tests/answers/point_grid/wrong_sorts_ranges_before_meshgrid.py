# WRONG: sorts the ranges, so a range with start > stop comes out ascending
import numpy as np
def point_grid(x_range, y_range, n):
    f = lambda r: np.linspace(r[0], r[1], n) if n == 1 else np.linspace(min(r), max(r), n)
    X, Y = np.meshgrid(f(x_range), f(y_range))
    return np.c_[X.ravel(), Y.ravel()]
