import numpy as np
def best_split(X, y):
    n, d = X.shape
    u, c = np.unique(y, return_inverse=True); O = np.eye(len(u))[c]
    xlx = lambda A: np.where(A > 0, A * np.log2(np.maximum(A, 1)), 0).sum(-1)
    tot = O.sum(0); base = np.log2(n) * n - xlx(tot); best = []
    for j in range(d):
        o = np.argsort(X[:, j], kind='stable'); x = X[o, j].astype(float)
        L = O[o].cumsum(0)[:-1]; R = tot - L
        nl = np.arange(1, n); nr = n - nl
        child = nl * np.log2(nl) - xlx(L) + nr * np.log2(nr) - xlx(R)
        for i in np.flatnonzero(x[1:] > x[:-1]):
            best.append((round(float((base - child[i]) / n), 12), -j, -(x[i] + x[i + 1]) / 2))
    if not best or max(best)[0] <= 1e-12: return [None, None, 0.0]
    g, j, t = max(best)
    return np.int64(-j), -t, g
