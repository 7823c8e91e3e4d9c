# left inverted in place (argument modified)
import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1); return -(p * np.log2(p)).sum()
def information_gain(y, left):
    if left.all() or not left.any(): return 0.0
    n = left.sum(); a = H(y[left]); np.logical_not(left, out=left)
    return H(y) - n / len(y) * a - (1 - n / len(y)) * H(y[left])
