# WRONG: decays with lam only (gamma forgotten in the recursion); witness: gae(np.array([1.0, 2.0]), np.array([0.0, 0.0, 0.0]), 0.5, 0.9)
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    adv = np.zeros_like(delta)
    acc = 0.0
    for t in range(len(delta) - 1, -1, -1):
        acc = delta[t] + lam * acc
        adv[t] = acc
    return adv
