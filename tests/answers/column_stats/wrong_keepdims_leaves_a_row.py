# WRONG: keepdims leaves shape (1, d); witness: column_stats(np.array([[1.0, 2.0], [3.0, 4.0]]))["mean"]
import numpy as np


def column_stats(X):
    fns = dict(mean=np.mean, std=np.std, min=np.min, max=np.max)
    out = {name: fn(X, axis=0, keepdims=True) for name, fn in fns.items()}
    out["argmin"] = np.argmin(X, axis=0)
    out["argmax"] = np.argmax(X, axis=0)
    return out
