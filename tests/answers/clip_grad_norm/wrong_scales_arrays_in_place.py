# WRONG: scales the caller's arrays in place; witness: (lambda g: (clip_grad_norm([g], 1.0), g)[1])(np.array([3.0, 4.0]))
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm
    return list(grads), norm
