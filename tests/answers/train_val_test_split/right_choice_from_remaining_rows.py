import numpy as np, math
def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    n = len(X); left = set(range(n)); parts = []
    for f in (test_fraction, val_fraction):
        m = math.floor(n * f + 1e-9)
        pick = rng.choice(sorted(left), size=m, replace=False).tolist() if m else []
        left -= set(pick); parts.append(np.array(pick, dtype=int))
    te, va = parts; tr = np.array(sorted(left), dtype=int)
    return [X[tr], y[tr], X[va], y[va], X[te], y[te]]
