import math
import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    def rec(a, g, s):
        if isinstance(a, list):
            both = [rec(*abc) for abc in zip(a, g, s)]
            return [b[0] for b in both], [b[1] for b in both]
        s = alpha * s + (1 - alpha) * g * g
        return a - lr * g / (math.sqrt(s) + eps), s

    a, b = rec(*(np.asarray(q, dtype=float).tolist() for q in (w, grad, v)))
    return np.array(a), np.array(b)
