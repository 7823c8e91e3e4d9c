import math
import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """element by element with Python floats"""
    shape = np.shape(w)
    W, G, M, V = (np.asarray(a, dtype=float).ravel().tolist() for a in (w, grad, m, v))
    c1 = 1.0 - math.pow(beta1, t)
    c2 = 1.0 - math.pow(beta2, t)
    for i, g in enumerate(G):
        M[i] = beta1 * M[i] + (1.0 - beta1) * g
        V[i] = beta2 * V[i] + (1.0 - beta2) * g * g
        W[i] -= lr * (M[i] / c1) / (math.sqrt(V[i] / c2) + eps)
    return [np.array(a).reshape(shape) for a in (W, M, V)]
