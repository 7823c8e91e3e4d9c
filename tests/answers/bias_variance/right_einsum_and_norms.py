import numpy as np
def bias_variance(predictions, y_true):
    c = np.einsum('mn->n', predictions) / predictions.shape[0]
    n = y_true.shape[0]
    return np.linalg.norm(c - y_true) ** 2 / n, np.linalg.norm(predictions - c) ** 2 / predictions.size
