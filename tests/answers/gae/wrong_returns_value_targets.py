# WRONG: returns the value targets (advantages + values); witness: gae(np.array([1.0, 2.0]), np.array([1.0, 1.0, 1.0]), 0.9, 0.9)
import numpy as np


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    adv = np.zeros(T)
    last = 0.0
    for t in reversed(range(T)):
        last = rewards[t] + gamma * values[t + 1] - values[t] + gamma * lam * last
        adv[t] = last
    return adv + np.asarray(values)[:T]
