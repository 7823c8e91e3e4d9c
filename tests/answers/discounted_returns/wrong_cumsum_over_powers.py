# divides cumulative sums by powers of gamma, which underflow
import numpy as np


def discounted_returns(rewards, dones, gamma):
    if gamma == 0:
        return np.array(rewards, dtype=float)
    out = np.zeros(len(rewards))
    start = 0
    for end in list(np.flatnonzero(dones)) + [len(rewards) - 1]:
        r = rewards[start:end + 1]
        p = gamma ** np.arange(len(r), dtype=float)
        out[start:end + 1] = np.cumsum((r * p)[::-1])[::-1] / p
        start = end + 1
    return out
