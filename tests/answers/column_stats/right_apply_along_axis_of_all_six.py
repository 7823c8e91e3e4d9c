import numpy as np


def _describe(column):
    return np.array([np.mean(column), np.std(column), np.min(column), np.max(column),
                     np.argmin(column), np.argmax(column)])


def column_stats(X):
    table = np.apply_along_axis(_describe, 0, X.astype(float))
    return {"mean": table[0], "std": table[1], "min": table[2], "max": table[3],
            "argmin": table[4].astype(int), "argmax": table[5].astype(int)}
