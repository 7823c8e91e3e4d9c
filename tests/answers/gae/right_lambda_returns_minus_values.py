import numpy as np


def gae(rewards, values, gamma, lam):
    """Lambda-returns minus the baseline: G_t = r_t + gamma ((1 - lam) V_{t+1} + lam G_{t+1})."""
    T = np.shape(rewards)[0]
    G = np.empty(T + 1)
    G[T] = values[T]
    for t in reversed(range(T)):
        G[t] = rewards[t] + gamma * ((1.0 - lam) * values[t + 1] + lam * G[t + 1])
    return G[:T] - np.asarray(values, dtype=float)[:T]
