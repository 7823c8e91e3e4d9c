# resets after the step that is done instead of before it, so the end is one step off
import numpy as np


def discounted_returns(rewards, dones, gamma):
    out, g = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards) - 1, -1, -1):
        g = rewards[t] + gamma * g
        out[t] = g
        if dones[t]:
            g = 0.0
    return out
