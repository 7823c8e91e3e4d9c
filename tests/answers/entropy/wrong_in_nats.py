# WRONG: in nats; witness: entropy(np.array([0, 1, 1]))
import numpy as np


def entropy(y):
    if len(y) == 0:
        return 0.0
    p = np.unique(y, return_counts=True)[1] / len(y)
    return max(0.0, float(-(p * np.log(p)).sum()))
