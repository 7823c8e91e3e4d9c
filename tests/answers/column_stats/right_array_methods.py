import numpy as np


def column_stats(X):
    return {
        "mean": X.mean(axis=0),
        "std": X.std(axis=0),
        "min": X.min(axis=0),
        "max": X.max(axis=0),
        "argmin": X.argmin(axis=0),
        "argmax": X.argmax(axis=0),
    }
