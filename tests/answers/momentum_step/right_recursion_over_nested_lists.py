import numpy as np


def _rec(w, g, v, lr, beta):
    if not isinstance(w, list):
        new = beta * v + g
        return w - lr * new, new
    pairs = [_rec(a, b, c, lr, beta) for a, b, c in zip(w, g, v)]
    return [p[0] for p in pairs], [p[1] for p in pairs]


def momentum_step(w, grad, v, lr, beta=0.9):
    lists = [np.asarray(a, dtype=float).tolist() for a in (w, grad, v)]
    a, b = _rec(*lists, lr, beta)
    return [np.array(a), np.array(b)]
