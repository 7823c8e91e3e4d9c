# WRONG: accumulates in place in the rewards; witness: (lambda r: (gae(r, np.zeros(3), 0.9, 0.9), r.tolist())[1])(np.array([1.0, 2.0]))
import numpy as np


def gae(rewards, values, gamma, lam):
    adv = np.asarray(rewards, dtype=np.float64)
    adv += gamma * values[1:] - values[:-1]
    for t in range(len(adv) - 2, -1, -1):
        adv[t] += gamma * lam * adv[t + 1]
    return adv
