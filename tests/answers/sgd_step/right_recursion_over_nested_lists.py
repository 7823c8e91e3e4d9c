import numpy as np


def _sub(a, b, lr):
    if isinstance(a, list):
        return [_sub(p, q, lr) for p, q in zip(a, b)]
    return a - lr * b


def sgd_step(w, grad, lr):
    return np.array(_sub(np.asarray(w, dtype=float).tolist(), np.asarray(grad, dtype=float).tolist(), float(lr)))
