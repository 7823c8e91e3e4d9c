def linear_regression_gradients(X, y, w, b):
    import numpy as np
    n, d = X.shape
    r = [sum(float(X[i, j]) * float(w[j]) for j in range(d)) + float(b) - float(y[i]) for i in range(n)]
    return [np.array([2 * sum(r[i] * float(X[i, j]) for i in range(n)) / n for j in range(d)]), 2 * sum(r) / n]
