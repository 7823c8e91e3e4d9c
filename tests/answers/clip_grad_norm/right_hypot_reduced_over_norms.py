import functools
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = functools.reduce(np.hypot, (np.linalg.norm(np.ravel(np.asarray(g, dtype=float))) for g in grads), 0.0)
    coef = max_norm / norm if norm > max_norm else 1.0
    return (list(map(lambda g: np.multiply(g, coef), grads)), norm)
