# unweighted mean of the children's entropies
import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1); return -(p * np.log2(p)).sum()
def information_gain(y, left):
    if left.all() or not left.any(): return 0.0
    return H(y) - (H(y[left]) + H(y[~left])) / 2
