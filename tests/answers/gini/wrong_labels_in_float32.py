# labels kept in float32: 2**24 and 2**24 + 1 are one class
import numpy as np
def gini(y):
    if len(y) == 0: return 0.0
    p = np.unique(np.asarray(y, 'f4'), return_counts=True)[1] / len(y)
    return 1 - (p ** 2).sum()
