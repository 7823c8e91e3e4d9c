# default eps 1e-7
import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-7):
    p = np.clip(y_prob.astype(float), eps, 1 - eps)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log1p(-p))
