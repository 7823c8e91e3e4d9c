from itertools import product

import numpy as np


def point_grid(x_range, y_range, n):
    xs = np.linspace(x_range[0], x_range[1], num=n, endpoint=True).tolist()
    ys = np.linspace(y_range[0], y_range[1], num=n, endpoint=True).tolist()
    return np.array([(x, y) for y, x in product(ys, xs)])
