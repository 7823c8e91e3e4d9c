import numpy as np


def cross_entropy(y_true, y_pred):
    t = np.asarray(y_true, dtype=np.float64)
    p = np.clip(np.asarray(y_pred, dtype=np.float64), 1e-8, None)
    return np.einsum("nc,nc->", t, -np.log(p))
