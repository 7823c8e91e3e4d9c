# WRONG: each array is clipped by its own norm; witness: clip_grad_norm([np.array([3.0, 0.0]), np.array([0.0, 4.0])], 4.5)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norms = [np.sqrt(np.sum(np.square(g))) for g in grads]
    total = np.sqrt(np.sum(np.square(norms)))
    out = [g * (max_norm / n) if n > max_norm else g for g, n in zip(grads, norms)]
    return out, total
