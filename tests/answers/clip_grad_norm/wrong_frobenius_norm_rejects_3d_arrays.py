# WRONG: np.linalg.norm(g, 'fro') rejects 3-D arrays (and 1-D ones take the other branch); witness: clip_grad_norm([np.ones((2, 2, 2))], 1.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum((np.linalg.norm(g) if g.ndim < 2 else np.linalg.norm(g, "fro")) ** 2 for g in grads))
    if norm > max_norm:
        return [g * (max_norm / norm) for g in grads], norm
    return list(grads), norm
