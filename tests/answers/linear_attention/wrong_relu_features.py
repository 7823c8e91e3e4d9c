# WRONG: the feature map is the ReLU
import numpy as np


def linear_attention(Q, K, V):
    q, k = np.maximum(Q, 0), np.maximum(K, 0)
    S = np.zeros((Q.shape[1], V.shape[1]))
    z = np.zeros(Q.shape[1])
    out = np.zeros(V.shape)
    for t in range(len(Q)):
        S += np.outer(k[t], V[t])
        z += k[t]
        out[t] = q[t] @ S / max(q[t] @ z, 1e-12)
    return out
