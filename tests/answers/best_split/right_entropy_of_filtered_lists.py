import math
from collections import Counter
def best_split(X, y):
    n, d = X.shape; ys = y.tolist()
    def H(v): return -math.fsum(c / len(v) * math.log2(c / len(v)) for c in Counter(v).values())
    h = H(ys); best = (None, None, 0.0); g0 = 1e-12
    for j in range(d):
        col = X[:, j].tolist(); vs = sorted(set(col))
        for a, b in zip(vs, vs[1:]):
            t = a + (b - a) / 2
            L = [q for v, q in zip(col, ys) if v <= t]; R = [q for v, q in zip(col, ys) if v > t]
            g = h - (len(L) * H(L) + len(R) * H(R)) / n
            if g > g0 + (1e-12 if best[0] is not None else 0):
                best = (j, t, g); g0 = g
    return best
