import numpy as np


def causal_mask(T):
    pos = np.arange(T)
    return np.less.outer(pos, pos)
