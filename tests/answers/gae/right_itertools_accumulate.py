from itertools import accumulate
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    decay = gamma * lam
    back = list(accumulate(delta[::-1].tolist(), lambda acc, d: d + decay * acc))
    return np.array(back, dtype=float)[::-1]
