import numpy as np


def gae(rewards, values, gamma, lam):
    T = len(rewards)
    adv = [0.0] * T
    running = 0.0
    for t in range(T - 1, -1, -1):
        delta = float(rewards[t]) + gamma * float(values[t + 1]) - float(values[t])
        running = delta + gamma * lam * running
        adv[t] = running
    return np.array(adv)
