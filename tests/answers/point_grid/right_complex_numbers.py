import numpy as np
def point_grid(x_range, y_range, n):
    xs, ys = np.linspace(*x_range, num=n), np.linspace(*y_range, num=n)
    z = xs[None, :] + 1j * ys[:, None]
    z = np.ascontiguousarray(z).reshape(-1)
    return z.view(np.float64).reshape(n * n, 2)
