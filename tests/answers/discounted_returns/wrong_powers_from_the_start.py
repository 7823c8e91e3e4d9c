# weights by gamma^t from the start of the rollout and never divides it out
import numpy as np


def discounted_returns(rewards, dones, gamma):
    w = gamma ** np.arange(len(rewards), dtype=float)
    out, g = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards) - 1, -1, -1):
        g = rewards[t] * w[t] + (0.0 if dones[t] else g)
        out[t] = g
    return out
