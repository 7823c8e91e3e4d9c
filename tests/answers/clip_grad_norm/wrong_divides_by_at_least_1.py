# WRONG: the denominator is max(norm, 1), so nothing is clipped between max_norm and 1 and too little is done for max_norm < 1; witness: clip_grad_norm([np.array([0.3, 0.4])], 0.1)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    if norm <= max_norm:
        return list(grads), norm
    scale = max_norm / max(norm, 1.0)
    return [g * scale for g in grads], norm
