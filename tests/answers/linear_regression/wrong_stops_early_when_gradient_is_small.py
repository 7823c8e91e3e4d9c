# stops early when the gradient is small (exactly `epochs` steps)
import numpy as np
def linear_regression(X, y, lr, epochs):
    w = np.zeros(X.shape[1]); b = 0.0
    for _ in range(epochs):
        r = X @ w + b - y; dw, db = 2 * X.T @ r / len(y), 2 * r.mean()
        if np.abs(dw).max() < 1e-3 and abs(db) < 1e-3: break
        w -= lr * dw; b -= lr * db
    return w, b
