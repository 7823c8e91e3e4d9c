import math
import numpy as np


def _one(dout, Q, K, V):
    tq, d = Q.shape
    c = 1.0 / math.sqrt(d)
    dQ, dK, dV = np.zeros((tq, d)), np.zeros(K.shape), np.zeros(V.shape)
    for i in range(tq):
        s = [c * float(np.dot(Q[i], k)) for k in K]
        m = max(s)
        e = [math.exp(v - m) for v in s]
        total = math.fsum(e)
        p = [v / total for v in e]
        out = sum(w * v for w, v in zip(p, V))
        delta = float(np.dot(dout[i], out))
        for j in range(len(K)):
            g = p[j] * (float(np.dot(dout[i], V[j])) - delta) * c
            dQ[i] += g * K[j]
            dK[j] += g * Q[i]
            dV[j] += p[j] * dout[i]
    return dQ, dK, dV


def attention_backward(dout, Q, K, V):
    lead = Q.shape[:-2]
    flat = [np.array(a, dtype=float).reshape((-1,) + a.shape[-2:]) for a in (dout, Q, K, V)]
    parts = [_one(*item) for item in zip(*flat)]
    return tuple(np.stack([p[k] for p in parts]).reshape(lead + parts[0][k].shape) for k in range(3))
