import numpy as np
def logistic_regression(X, y, lr, epochs):
    s = 2 * y.astype(float) - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        m = s * (X @ w + b)
        g = -s * np.exp(-np.logaddexp(0, m))
        w, b = w - lr * np.mean(g[:, None] * X, 0), b - lr * np.mean(g)
    return w, b
