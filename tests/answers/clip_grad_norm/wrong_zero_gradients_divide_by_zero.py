# WRONG: no guard for zero gradients, 0 division gives a RuntimeWarning; witness: clip_grad_norm([np.zeros(3), np.zeros((2, 2))], 1.0)
import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads))
    coef = np.minimum(1.0, np.float64(max_norm) / norm)
    return [g * coef for g in grads], norm
