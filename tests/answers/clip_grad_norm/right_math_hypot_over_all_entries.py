import math
import numpy as np


def clip_grad_norm(grads, max_norm):
    """Python floats and math.hypot over every entry of every array"""
    flat = [abs(v) for g in grads for v in np.asarray(g, dtype=float).ravel().tolist()]
    total = math.hypot(*flat)
    if total <= max_norm:
        return [np.array(g, dtype=float) for g in grads], total
    out = []
    for g in grads:
        a = np.asarray(g, dtype=float)
        out.append(np.array([v / total * max_norm for v in a.ravel().tolist()]).reshape(a.shape))
    return out, total
