# WRONG: the norms of the arrays are added instead of combined by squares; witness: clip_grad_norm([np.array([3.0]), np.array([4.0])], 6.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = float(sum(np.linalg.norm(np.ravel(g)) for g in grads))
    coef = max_norm / norm if norm > max_norm else 1.0
    return [g * coef for g in grads], norm
