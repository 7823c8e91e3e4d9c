# WRONG: clips the entries to +-max_norm when the norm is too large; witness: clip_grad_norm([np.array([3.0, 4.0])], 3.5)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm > max_norm:
        return [np.clip(g, -max_norm, max_norm) for g in grads], norm
    return list(grads), norm
