# WRONG: compares labels in float32, so large neighbouring integers collide; witness: gini(np.array([16777216, 16777217]))
import numpy as np


def gini(y):
    y = np.asarray(y, dtype=np.float32)
    if y.size == 0:
        return 0.0
    _, counts = np.unique(y, return_counts=True)
    return 1.0 - float(np.sum((counts / y.size) ** 2))
