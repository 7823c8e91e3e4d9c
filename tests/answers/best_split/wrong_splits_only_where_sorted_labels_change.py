# only splits between samples of different class in stable sorted order: misses a boundary next to duplicates of mixed class
import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return -np.sum(p * np.log2(p))
def best_split(X, y):
    best = (None, None, 0.0); n = len(y)
    for j in range(X.shape[1]):
        o = np.argsort(X[:, j], kind='stable'); x = X[o, j]; q = y[o]
        for i in range(1, n):
            if x[i] == x[i - 1] or q[i] == q[i - 1]: continue
            g = H(y) - i / n * H(q[:i]) - (n - i) / n * H(q[i:])
            if g > best[2] + 1e-12: best = (j, (x[i - 1] + x[i]) / 2, g)
    return best
