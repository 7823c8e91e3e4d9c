import numpy as np
class _Node:
    def __init__(s, X, y, depth):
        u, c = np.unique(y, return_counts=True); s.v = u[c.argmax()]; s.f = None
        if depth == 0 or len(u) == 1: return
        n = len(y); H = lambda t: (lambda p: -np.sum(p * np.log2(p)))(np.unique(t, return_counts=True)[1] / len(t))
        best = 1e-12; h = H(y)
        for j in range(X.shape[1]):
            v = np.unique(X[:, j])
            for a, b in zip(v[:-1], v[1:]):
                t = (a + b) / 2; m = X[:, j] <= t
                g = h - m.sum() / n * H(y[m]) - (~m).sum() / n * H(y[~m])
                if g > best + (1e-12 if s.f is not None else 0): best, s.f, s.t = g, j, t
        if s.f is None: return
        m = X[:, s.f] <= s.t
        s.l, s.r = _Node(X[m], y[m], depth - 1), _Node(X[~m], y[~m], depth - 1)
    def __call__(s, x):
        while s.f is not None: s = s.l if x[s.f] <= s.t else s.r
        return s.v
def decision_tree(X_train, y_train, X, max_depth):
    return np.array([*map(_Node(X_train, y_train, max_depth), X)])
