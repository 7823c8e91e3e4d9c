import math, numpy as np
def logistic_regression_gradients(X, y, w, b):
    n, d = X.shape; dw = [0.0] * d; db = 0.0
    for row, t in zip(X.tolist(), y.tolist()):
        z = sum(a * float(c) for a, c in zip(row, w)) + float(b)
        p = 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
        db += (p - t) / n
        for j in range(d): dw[j] += (p - t) * row[j] / n
    return np.array(dw), np.float64(db)
