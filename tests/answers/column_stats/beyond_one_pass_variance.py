# WRONG: one-pass variance E[x^2] - E[x]^2 loses everything for a large offset; witness: column_stats(np.array([[1e8], [1e8 + 1], [1e8 + 2]]))["std"]
import numpy as np


def column_stats(X):
    mean = X.mean(axis=0)
    var = (X ** 2).mean(axis=0) - mean ** 2
    return {"mean": mean, "std": np.sqrt(np.maximum(var, 0)), "min": X.min(axis=0), "max": X.max(axis=0),
            "argmin": X.argmin(axis=0), "argmax": X.argmax(axis=0)}
