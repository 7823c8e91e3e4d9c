# WRONG: the sum is cut off after 50 steps; witness: gae(np.ones(200), np.zeros(201), 0.99, 0.97)
import numpy as np


def gae(rewards, values, gamma, lam):
    v = np.asarray(values, dtype=float)
    delta = np.asarray(rewards, dtype=float) + gamma * v[1:] - v[:-1]
    T = len(delta)
    kernel = (gamma * lam) ** np.arange(min(T, 50))
    return np.convolve(delta[::-1], kernel)[:T][::-1]
