# warns: 0 log 0 for gaps, masked afterwards
import numpy as np
def entropy(y):
    if len(y) == 0: return 0.0
    p = np.bincount(y) / len(y)
    return max(0.0, -np.nansum(p * np.log2(p)))
