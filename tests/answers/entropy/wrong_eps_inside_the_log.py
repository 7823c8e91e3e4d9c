# eps inside the logarithm: slightly negative for a pure node
import numpy as np
def entropy(y):
    if len(y) == 0: return 0.0
    p = np.bincount(y) / len(y)
    return float(-(p * np.log2(p + 1e-9)).sum())
