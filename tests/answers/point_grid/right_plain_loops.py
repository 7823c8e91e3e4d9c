import numpy as np


def point_grid(x_range, y_range, n):
    x0, x1 = float(x_range[0]), float(x_range[1])
    y0, y1 = float(y_range[0]), float(y_range[1])
    points = []
    for j in range(n):
        for i in range(n):
            if n == 1:
                points.append([x0, y0])
            else:
                # weighted mean of both ends, so that both are hit exactly
                x = (x0 * (n - 1 - i) + x1 * i) / (n - 1)
                y = (y0 * (n - 1 - j) + y1 * j) / (n - 1)
                points.append([x, y])
    return np.array(points, dtype=float)
