# in nats
import numpy as np
def H(y):
    p = np.unique(y, return_counts=True)[1] / max(len(y), 1); return -(p * np.log(p)).sum()
def information_gain(y, left):
    if left.all() or not left.any(): return 0.0
    w = left.mean()
    return H(y) - w * H(y[left]) - (1 - w) * H(y[~left])
