import numpy as np
def min_max_scale(X):
    S = np.sort(X, axis=0)
    r = S[-1:] - S[:1]
    return np.divide(X - S[:1], r, out=np.zeros(X.shape, X.dtype), where=np.broadcast_to(r != 0, X.shape))
