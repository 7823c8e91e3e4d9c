# WRONG: ties in argmax go to the last row (last entry of an ascending sort); witness: column_stats(np.array([[3.0], [1.0], [3.0]]))["argmax"]
import numpy as np


def column_stats(X):
    order = np.argsort(X, axis=0, kind="stable")
    return {"mean": X.mean(0), "std": X.std(0), "min": X.min(0), "max": X.max(0),
            "argmin": order[0], "argmax": order[-1]}
