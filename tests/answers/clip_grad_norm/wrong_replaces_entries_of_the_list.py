# WRONG: replaces the entries of the caller's list (the arrays themselves stay); witness: (lambda gs: (clip_grad_norm(gs, 1.0), gs)[1])([np.array([3.0, 4.0]), np.array([1.0])])
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm > max_norm:
        for i in range(len(grads)):
            grads[i] = grads[i] * (max_norm / norm)
    return grads, norm
