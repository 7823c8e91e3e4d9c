# WRONG: normalises the advantages; witness: gae(np.array([1.0, 2.0, 4.0]), np.zeros(4), 0.9, 0.9)
import numpy as np


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    adv = np.zeros(T)
    last = 0.0
    for t in reversed(range(T)):
        last = rewards[t] + gamma * values[t + 1] - values[t] + gamma * lam * last
        adv[t] = last
    if T > 1:
        adv = (adv - adv.mean()) / (adv.std() + 1e-8)
    return adv
