# class 1 against the rest
import numpy as np
def H(y):
    p = np.mean(y == 1); return 0.0 if p in (0, 1) else -p * np.log2(p) - (1 - p) * np.log2(1 - p)
def information_gain(y, left):
    if left.all() or not left.any(): return 0.0
    w = left.mean()
    return H(y) - w * H(y[left]) - (1 - w) * H(y[~left])
