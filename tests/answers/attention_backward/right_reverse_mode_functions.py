import numpy as np


def _t(x):
    return np.swapaxes(x, -1, -2)


def _matmul_vjp(x, y, g):
    return np.matmul(g, _t(y)), np.matmul(_t(x), g)


def _softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def attention_backward(dout, Q, K, V):
    d = Q.shape[-1]
    Qs = Q / np.sqrt(d)
    P = _softmax(np.matmul(Qs, _t(K)))
    dP, dV = _matmul_vjp(P, V, dout)
    dZ = P * dP - P * np.sum(P * dP, axis=-1, keepdims=True)
    dQs, dKt = _matmul_vjp(Qs, _t(K), dZ)
    return dQs / np.sqrt(d), _t(dKt), dV
