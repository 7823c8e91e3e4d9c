import numpy as np


def discounted_returns(rewards, dones, gamma):
    G = np.zeros_like(rewards, dtype=float)
    g = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        g = rewards[t] + gamma * g * (1 - dones[t])
        G[t] = g
    return G
