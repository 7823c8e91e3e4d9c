# clips only below: p = 1 against y = 1 costs 0 whatever eps
import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = y_prob.astype(float)
    return -np.mean(y_true * np.log(np.maximum(p, eps)) + (1 - y_true) * np.log(np.maximum(1 - p, eps)))
