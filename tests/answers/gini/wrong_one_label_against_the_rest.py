# WRONG: one label against the rest, right for two classes only; witness: gini(np.array([0, 1, 2]))
import numpy as np


def gini(y):
    if len(y) == 0:
        return 0.0
    p = np.mean(np.asarray(y) == np.max(y))
    return 2 * p * (1 - p)
