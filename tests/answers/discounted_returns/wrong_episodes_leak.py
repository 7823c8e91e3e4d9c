# the running sum is never dropped, so later episodes leak into earlier ones
import numpy as np


def discounted_returns(rewards, dones, gamma):
    out, g = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards) - 1, -1, -1):
        g = rewards[t] + gamma * g
        out[t] = g
    return out
