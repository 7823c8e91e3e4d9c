# bincount after shifting: huge label values need too much memory / int8 wraps (labels may be any integers)
import numpy as np
def gini(y):
    if len(y) == 0: return 0.0
    p = np.bincount(y - y.min()) / len(y)
    return 1 - (p ** 2).sum()
