# WRONG: a tiny nudge away from a zero-length step: a range whose start equals its stop ends 1e-3 away (both ends included)
import numpy as np
def point_grid(x_range, y_range, n):
    def f(r):
        a, b = r
        if n == 1: return np.array([float(a)])
        if a == b: b = a + 1e-3
        return np.linspace(a, b, n)
    X, Y = np.meshgrid(f(x_range), f(y_range))
    return np.c_[X.ravel(), Y.ravel()]
