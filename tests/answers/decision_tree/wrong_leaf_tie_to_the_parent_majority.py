# a leaf reached at a pure node ignores ties and takes the parent majority for tied leaves
import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / len(y)
    return -np.sum(p * np.log2(p))
def split(X, y):
    best = (None, None, 0.0); n = len(y); h = H(y)
    for j in range(X.shape[1]):
        v = np.unique(X[:, j])
        for t in (v[:-1] + v[1:]) / 2:
            m = X[:, j] <= t
            g = h - m.mean() * H(y[m]) - (~m).mean() * H(y[~m])
            if g > best[2] + 1e-12: best = (j, t, g)
    return best
def decision_tree(X_train, y_train, X, max_depth):
    out = np.zeros(len(X), y_train.dtype)
    def go(A, y, idx, d, par=None):
        u, c = np.unique(y, return_counts=True)
        f, t, g = split(A, y) if d < max_depth and len(u) > 1 else (None, None, 0)
        if f is None:
            tied = u[c == c.max()]
            out[idx] = par if par in tied else tied[0]; return
        m = A[:, f] <= t; q = X[idx, f] <= t
        go(A[m], y[m], idx[q], d + 1, u[c.argmax()]); go(A[~m], y[~m], idx[~q], d + 1, u[c.argmax()])
    go(X_train, y_train, np.arange(len(X)), 0)
    return out
