import math, numpy as np
from collections import Counter
def decision_tree(X_train, y_train, X, max_depth):
    rows = X_train.tolist(); ys = y_train.tolist(); Q = X.tolist()
    out = np.empty(len(Q), dtype=np.int16)
    def H(v): return math.fsum(c / len(v) * math.log2(len(v) / c) for c in Counter(v).values())
    stack = [(list(range(len(rows))), list(range(len(Q))), 0)]
    while stack:
        I, J, dep = stack.pop()
        lab = [ys[i] for i in I]; best = None
        if dep < max_depth and len(set(lab)) > 1:
            for j in range(len(rows[0])):
                vs = sorted({rows[i][j] for i in I})
                for a, b in zip(vs, vs[1:]):
                    t = (a + b) / 2
                    L = [ys[i] for i in I if rows[i][j] <= t]; R = [ys[i] for i in I if rows[i][j] > t]
                    g = H(lab) - (len(L) * H(L) + len(R) * H(R)) / len(I)
                    if g > 1e-12 and (best is None or g > best[0] + 1e-12): best = (g, j, t)
        if best is None:
            c = Counter(lab); m = min(c, key=lambda k: (-c[k], k))
            for q in J: out[q] = m
        else:
            _, j, t = best
            for side in (True, False):
                stack.append(([i for i in I if (rows[i][j] <= t) is side], [q for q in J if (Q[q][j] <= t) is side], dep + 1))
    return out
