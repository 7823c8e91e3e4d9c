import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    n, d = np.shape(X)
    w, b = np.zeros(d), 0
    while epochs > 0:
        gw, gb = 2 * lam * w, 0.0
        for xi, yi in zip(X, y):
            if yi * (np.dot(xi, w) + b) >= 1:
                continue
            gw = gw - yi * xi / n
            gb -= yi / n
        w = w - lr * gw
        b -= lr * gb
        epochs -= 1
    return [w, b]
