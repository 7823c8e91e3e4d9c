# adds eps inside the logarithm instead of clipping
import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    p = y_prob.astype(float)
    return -np.mean(y_true * np.log(p + eps) + (1 - y_true) * np.log(1 - p + eps))
