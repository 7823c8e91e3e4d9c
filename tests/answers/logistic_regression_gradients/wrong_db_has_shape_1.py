# labels in {-1, 1} for 1-feature inputs, db (1,)
import numpy as np
def logistic_regression_gradients(X, y, w, b):
    r = (0.5 * (1 + np.tanh((X @ w + b) / 2)) - y)[:, None]
    return (X.T @ r / len(y))[:, 0], r.mean(axis=0)
