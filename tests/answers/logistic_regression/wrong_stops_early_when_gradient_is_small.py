# WRONG: stops once the gradient norm is below 1e-3, not exactly epochs steps; witness: logistic_regression(np.array([[0.001], [-0.001]]), np.array([1.0, 0.0]), 1.0, 50)
import numpy as np


def logistic_regression(X, y, lr, epochs):
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        g = 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y
        dw, db = X.T @ g / n, g.mean()
        if np.sqrt(dw @ dw + db * db) < 1e-3:
            break
        w, b = w - lr * dw, b - lr * db
    return w, b
