import numpy as np
def linear_regression(X: np.ndarray, y, lr: float = 0.1, epochs: int = 10):
    n, d = X.shape; w = [0.0] * d; b = 0.0
    rows = X.astype(float).tolist(); ys = y.astype(float).tolist()
    while epochs:
        r = [sum(p * q for p, q in zip(row, w)) + b - t for row, t in zip(rows, ys)]
        w = [wj - lr * 2 / n * sum(ri * row[j] for ri, row in zip(r, rows)) for j, wj in enumerate(w)]
        b -= lr * 2 / n * sum(r); epochs -= 1
    return [np.asarray(w), b]
