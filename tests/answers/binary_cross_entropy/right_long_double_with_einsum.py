import numpy as np
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    q = np.asarray(y_prob, dtype=np.longdouble).clip(eps, 1 - np.longdouble(eps))
    P = np.stack([1 - q, q]); Y = np.stack([1 - y_true, y_true])
    return float(-np.einsum('ij,ij->', Y, np.log(P)) / y_true.shape[0])
