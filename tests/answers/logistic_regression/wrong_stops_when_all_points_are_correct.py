# stops when all training points are classified rightly
import numpy as np
def logistic_regression(X, y, lr, epochs):
    w, b = np.zeros(X.shape[1]), 0.0
    for i in range(epochs):
        z = X @ w + b
        if i and np.array_equal(z > 0, y > 0.5) and np.abs(z).min() > 2: break
        r = 0.5 * (1 + np.tanh(z / 2)) - y
        w, b = w - lr * X.T @ r / len(y), b - lr * r.mean()
    return w, b
