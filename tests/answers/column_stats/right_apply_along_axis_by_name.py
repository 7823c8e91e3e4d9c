import numpy as np
def column_stats(X):
    names = ("mean", "std", "min", "max", "argmin", "argmax")
    return {k: np.squeeze(np.apply_along_axis(getattr(np, k), 0, X[:, :]), ()) for k in names}
