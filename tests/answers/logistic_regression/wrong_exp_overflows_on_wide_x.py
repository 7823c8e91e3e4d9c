# overflow warning on wide X
import numpy as np
def logistic_regression(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        r = 1 / (1 + np.exp(-(X @ w + b))) - y
        w, b = w - lr * X.T @ r / len(y), b - lr * r.mean()
    return w, b
