# np.isclose has a relative tolerance of 1e-5, which is too wide at values of 100
import numpy as np


def value_iteration(P, R, gamma):
    V = np.zeros(P.shape[0])
    while True:
        Q = R + gamma * P @ V
        change = np.abs(Q.max(1) - V).max()
        V = Q.max(1)
        if change * gamma <= 1e-10 * (1 - gamma):
            break
    Q = R + gamma * P @ V
    return V, np.isclose(Q, Q.max(1, keepdims=True)).argmax(1)
