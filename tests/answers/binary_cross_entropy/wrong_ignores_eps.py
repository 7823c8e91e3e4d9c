# ignores eps
import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(y_prob.astype(float), 1e-12, 1 - 1e-12)
    return -np.mean(y_true * np.log(p) + (1 - y_true) * np.log1p(-p))
