import numpy as np


def clip_grad_norm(grads, max_norm):
    """concatenate, scale, split"""
    arrays = [np.asarray(g, dtype=np.float64) for g in grads]
    vec = np.concatenate([a.reshape(-1) for a in arrays])
    norm = np.linalg.norm(vec)
    if norm > max_norm:
        vec = vec * (max_norm / norm)
    cuts = np.cumsum([a.size for a in arrays])[:-1]
    return [part.reshape(a.shape) for part, a in zip(np.split(vec, cuts), arrays)], float(norm)
