# recursion as deep as the episode is long
import numpy as np


def discounted_returns(rewards, dones, gamma):
    def G(t):
        if t == len(rewards) - 1 or dones[t]:
            g = float(rewards[t])
        else:
            g = float(rewards[t]) + gamma * G(t + 1)
        out[t] = g
        return g

    out = np.full(len(rewards), np.nan)
    for t in range(len(rewards)):
        if np.isnan(out[t]):
            G(t)
    return out
