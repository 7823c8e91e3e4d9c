# WRONG: the recursion stores the discounted value: A_t = delta_t + gamma * lam * delta_{t+1} only (one step ahead); witness: gae(np.array([1.0, 2.0, 3.0]), np.zeros(4), 0.9, 0.9)
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    adv = delta.copy()
    adv[:-1] += gamma * lam * delta[1:]
    return adv
