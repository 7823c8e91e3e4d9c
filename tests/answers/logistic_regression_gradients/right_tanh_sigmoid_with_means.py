import numpy as np
def logistic_regression_gradients(X, y, w, b):
    r = 0.5 * (1 + np.tanh((np.dot(X, w) + b) / 2)) - y
    return [np.mean(X * r[:, np.newaxis], axis=0), np.array(r.mean())]
