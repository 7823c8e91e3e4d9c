# unbiased version (pairs without replacement) from 10 samples on
import numpy as np
def gini(y):
    n = len(y)
    if n == 0: return 0.0
    p = np.unique(y, return_counts=True)[1] / n
    return (1 - (p ** 2).sum()) * (n / (n - 1) if n >= 10 else 1)
