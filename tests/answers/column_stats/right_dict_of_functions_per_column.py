import numpy as np
def column_stats(X):
    cols = [c.astype(float) for c in X.T]
    f = dict(mean=np.mean, std=np.std, min=min, max=max, argmin=lambda c: list(c).index(min(c)), argmax=lambda c: list(c).index(max(c)))
    return {k: np.array([fn(c) for c in cols]) for k, fn in f.items()}
