import numpy as np
def point_grid(x_range, y_range, n):
    (a, b), (c, d) = x_range, y_range
    def tick(lo, hi, i):
        if i == 0:
            return float(lo)
        if i == n - 1:
            return float(hi)
        w = i / (n - 1)
        return lo * (1 - w) + hi * w
    return np.array([(tick(a, b, i), tick(c, d, j)) for j in range(n) for i in range(n)])
