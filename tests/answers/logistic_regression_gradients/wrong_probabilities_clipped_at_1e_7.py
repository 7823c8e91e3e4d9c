# WRONG: clips p to [1e-7, 1 - 1e-7]; witness: X = [[20.0]], y = [1], w = [1.0], b = 0.0
import numpy as np


def logistic_regression_gradients(X, y, w, b):
    logits = X.dot(w) + b
    p = np.clip(0.5 + 0.5 * np.tanh(logits / 2), 1e-7, 1 - 1e-7)
    return np.mean((p - y)[:, None] * X, axis=0), np.mean(p - y)
