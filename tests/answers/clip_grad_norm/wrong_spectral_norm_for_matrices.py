# WRONG: np.linalg.norm(g, 2) is the spectral norm for matrices, right for vectors only; witness: clip_grad_norm([np.eye(3)], 1.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum((np.linalg.norm(g, 2) if np.ndim(g) == 2 else np.linalg.norm(g)) ** 2 for g in grads))
    if norm > max_norm:
        return [g * (max_norm / norm) for g in grads], norm
    return list(grads), norm
