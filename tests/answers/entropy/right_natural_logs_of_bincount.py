import numpy as np
def entropy(y):
    if y.size == 0: return 0
    c = np.bincount(y).astype(float); c = c[c > 0]
    return abs((np.log(c.sum()) - (c * np.log(c)).sum() / c.sum()) / np.log(2)) if c.size > 1 else 0.0
