# WRONG: shifts labels to start at 0 and counts densely, out of memory for labels far apart; witness: gini(np.array([-10**15, 10**15]))
import numpy as np


def gini(y):
    y = np.asarray(y)
    if y.size == 0:
        return 0.0
    p = np.bincount(y - y.min()) / y.size
    return float(1.0 - p @ p)
