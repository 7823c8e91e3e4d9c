import numpy as np
def point_grid(x_range, y_range, n):
    out = np.empty((2, n * n)).T
    q = np.arange(n * n)
    step = max(n - 1, 1)
    for col, (lo, hi), idx in ((0, x_range, q % n), (1, y_range, q // n)):
        out[:, col] = (lo * (step - idx) + hi * idx) / step
    return out
