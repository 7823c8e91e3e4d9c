# b is moved with the residual after the step of w (not one full-batch gradient)
import numpy as np
def linear_regression(X, y, lr, epochs):
    w = np.zeros(X.shape[1]); b = 0.0
    for _ in range(epochs):
        w = w - lr * 2 * X.T @ (X @ w + b - y) / len(y)
        b = b - lr * 2 * (X @ w + b - y).mean()
    return w, b
