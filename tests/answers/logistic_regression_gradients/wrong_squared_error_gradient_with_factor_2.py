# gradient of the squared error of the probability (factor p(1-p))
import numpy as np
def logistic_regression_gradients(X, y, w, b):
    p = 0.5 * (1 + np.tanh((X @ w + b) / 2)); r = 2 * (p - y) * p * (1 - p)
    return X.T @ r / len(y), r.mean()
