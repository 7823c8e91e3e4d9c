# WRONG: suffix sums divided by powers, with lam = 0 handled apart but powers underflowing on long episodes; witness: gae(np.ones(3000), np.zeros(3001), 0.9, 0.8)
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    c = gamma * lam
    if c == 0:
        return delta
    w = c ** np.arange(len(delta))
    return np.cumsum((delta * w)[::-1])[::-1] / w
