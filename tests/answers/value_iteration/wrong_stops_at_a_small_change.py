# the usual threshold on the change leaves an error of gamma / (1 - gamma) times as much
import numpy as np


def value_iteration(P, R, gamma, theta=1e-8):
    V = np.zeros(P.shape[0])
    while True:
        Q = R + gamma * P.dot(V)
        new_V = Q.max(axis=1)
        delta = np.abs(new_V - V).max()
        V = new_V
        if delta < theta:
            break
    Q = R + gamma * P.dot(V)
    return V, np.argmax(Q >= Q.max(axis=1, keepdims=True) - 1e-6, axis=1)
