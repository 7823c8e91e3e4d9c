# WRONG: sample standard deviation (guarded for one row); witness: column_stats(np.array([[0.0], [2.0]]))["std"]
import numpy as np


def column_stats(X):
    return {"mean": X.mean(0), "std": X.std(0, ddof=1) if len(X) > 1 else np.zeros(X.shape[1]),
            "min": X.min(0), "max": X.max(0), "argmin": X.argmin(0), "argmax": X.argmax(0)}
