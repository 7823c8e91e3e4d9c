# negative labels counted with their absolute value
import numpy as np
def gini(y):
    if len(y) == 0: return 0.0
    p = np.unique(np.abs(y), return_counts=True)[1] / len(y)
    return 1 - (p ** 2).sum()
