# WRONG: one-sided differences with a step of 1e-4, too coarse; witness: attention_backward(np.array([[5.0]]), np.array([[3.0]]), np.array([[0.0], [3.0]]), np.array([[0.0], [9.0]]))
import numpy as np


def _f(Q, K, V):
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    P = np.exp(S - S.max(-1, keepdims=True))
    return P / P.sum(-1, keepdims=True) @ V


def attention_backward(dout, Q, K, V):
    args = [np.array(a, dtype=float) for a in (Q, K, V)]
    base = np.sum(dout * _f(*args))
    grads = []
    for a in args:
        g = np.zeros(a.shape)
        for i in np.ndindex(a.shape):
            kept = a[i]
            a[i] = kept + 1e-4
            g[i] = (np.sum(dout * _f(*args)) - base) / 1e-4
            a[i] = kept
        grads.append(g)
    return tuple(grads)
