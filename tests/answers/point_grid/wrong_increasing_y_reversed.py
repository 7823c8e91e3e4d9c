# WRONG: y runs from its stop to its start ("image" order) when the y range is increasing
import numpy as np
def point_grid(x_range, y_range, n):
    ys = np.linspace(y_range[0], y_range[1], n)
    if y_range[1] > y_range[0] and n > 1: ys = ys[::-1]
    X, Y = np.meshgrid(np.linspace(*x_range, n), ys)
    return np.stack([X.ravel(), Y.ravel()], 1)
