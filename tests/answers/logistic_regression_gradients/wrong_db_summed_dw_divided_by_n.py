# db is a sum
import numpy as np
def logistic_regression_gradients(X, y, w, b):
    r = 0.5 * (1 + np.tanh((X @ w + b) / 2)) - y
    return X.T @ r / len(y), r.sum()
