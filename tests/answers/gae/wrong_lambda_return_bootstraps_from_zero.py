# WRONG: the lambda-return puts weight 1 - lam on its last step too (bootstrap from lam * 0): forgets the tail; witness: gae(np.array([0.0]), np.array([0.0, 10.0]), 1.0, 0.5)
import numpy as np


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    G = 0.0
    out = np.zeros(T)
    for t in reversed(range(T)):
        G = rewards[t] + gamma * ((1 - lam) * values[t + 1] + lam * G)
        out[t] = G - values[t]
    return out
