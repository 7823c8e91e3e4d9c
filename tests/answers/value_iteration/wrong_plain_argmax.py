# argmax lets rounding decide between equal actions
import numpy as np


def value_iteration(P, R, gamma):
    V = np.zeros(P.shape[0])
    while True:
        new_V = (R + gamma * P @ V).max(axis=1)
        done = np.abs(new_V - V).max() * gamma < 1e-9 * (1 - gamma) or gamma == 0
        V = new_V
        if done:
            break
    return V, (R + gamma * P @ V).argmax(axis=1)
