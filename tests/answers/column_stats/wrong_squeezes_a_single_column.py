# WRONG: np.squeeze turns (1,) into () for one feature; witness: column_stats(np.array([[1.0], [2.0]]))["min"]
import numpy as np


def column_stats(X):
    return {name: np.squeeze(getattr(X, name)(axis=0))
            for name in ("mean", "std", "min", "max", "argmin", "argmax")}
