def min_max_scale(X):
    import numpy as np
    out = []
    for c in zip(*[[float(v) for v in r] for r in X]):
        lo, hi = min(c), max(c)
        out.append([0.0] * len(c) if lo == hi else [(v - lo) / (hi - lo) for v in c])
    return np.array(out).T
