# WRONG: the output buffer is kept and reused for calls of the same length; witness: (lambda u: (gae(np.array([5.0]), np.zeros(2), 0.9, 0.9), u)[1])(gae(np.array([1.0]), np.zeros(2), 0.9, 0.9))
import numpy as np

_buffers = {}


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    adv = _buffers.setdefault(T, np.zeros(T))
    last = 0.0
    for t in reversed(range(T)):
        last = rewards[t] + gamma * values[t + 1] - values[t] + gamma * lam * last
        adv[t] = last
    return adv
