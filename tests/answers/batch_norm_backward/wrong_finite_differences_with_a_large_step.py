# WRONG: numerical derivative with a step of 1e-3 for dx: wrong where the columns vary little; witness: batch_norm_backward(np.array([[1.], [0.], [-2.]]), np.array([[0.], [.003], [.001]]), np.ones(1))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    def xhat_of(z):
        return (z - z.mean(axis=0)) / np.sqrt(z.var(axis=0) + eps)

    h = 1e-3
    dx = np.zeros(x.shape)
    for i in range(x.shape[0]):
        p, m = np.array(x, dtype=float), np.array(x, dtype=float)
        p[i] += h
        m[i] -= h
        dx[i] = (dout * gamma * (xhat_of(p) - xhat_of(m))).sum(axis=0) / (2 * h)
    return dx, (dout * xhat_of(x)).sum(axis=0), dout.sum(axis=0)
