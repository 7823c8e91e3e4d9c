# clips in float32: 1 - 1e-12 is 1 there
import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = np.clip(y_prob, y_prob.dtype.type(eps), y_prob.dtype.type(1 - eps))
    with np.errstate(all='ignore'):
        return -np.mean(np.where(y_true == 1, np.log(p), np.log(1 - p)))
