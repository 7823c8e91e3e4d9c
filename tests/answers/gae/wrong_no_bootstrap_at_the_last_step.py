# WRONG: the last step ignores the bootstrap value values[T]; witness: gae(np.array([1.0]), np.array([0.0, 5.0]), 0.9, 0.95)
import numpy as np


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    adv = np.zeros(T)
    last = 0.0
    for t in reversed(range(T)):
        nxt = values[t + 1] if t < T - 1 else 0.0
        last = rewards[t] + gamma * nxt - values[t] + gamma * lam * last
        adv[t] = last
    return adv
