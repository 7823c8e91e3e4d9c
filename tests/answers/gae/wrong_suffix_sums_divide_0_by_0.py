# WRONG: suffix sums divided by powers: 0 / 0 when gamma * lam is 0; witness: gae(np.array([1.0, 2.0, 3.0]), np.zeros(4), 0.9, 0.0)
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    w = (gamma * lam) ** np.arange(len(delta))
    return np.cumsum((delta * w)[::-1])[::-1] / w
