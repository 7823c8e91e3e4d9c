# WRONG: returns the norm after clipping; witness: clip_grad_norm([np.array([3.0, 4.0])], 1.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm > max_norm:
        grads = [g * (max_norm / norm) for g in grads]
        norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    return list(grads), norm
