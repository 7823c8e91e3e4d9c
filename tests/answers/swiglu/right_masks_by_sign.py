import numpy as np


def sigmoid(z):
    s = np.empty_like(z)
    pos = z >= 0
    s[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    s[~pos] = e / (1 + e)
    return s


def swiglu(x, W_gate, W_up, W_down):
    gate = np.matmul(x, W_gate)
    up = np.matmul(x, W_up)
    return np.matmul(gate * sigmoid(gate) * up, W_down)
