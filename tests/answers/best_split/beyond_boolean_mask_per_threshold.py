import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return -np.sum(p * np.log2(p))
def best_split(X, y):
    best = (None, None, 0.0)
    for j in range(X.shape[1]):
        v = np.unique(X[:, j])
        for t in (v[:-1] + v[1:]) / 2:
            m = X[:, j] <= t
            g = H(y) - m.mean() * H(y[m]) - (~m).mean() * H(y[~m])
            if g > max(best[2], 1e-12):
                best = (j, float(t), g)
    return best
