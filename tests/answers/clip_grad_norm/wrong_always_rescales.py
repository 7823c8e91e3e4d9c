# WRONG: always rescales to max_norm, also when the norm is below it; witness: clip_grad_norm([np.array([0.3, 0.4])], 1.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm == 0:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], norm
