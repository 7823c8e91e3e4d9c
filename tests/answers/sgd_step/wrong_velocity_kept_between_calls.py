# WRONG: keeps a velocity between calls (momentum 0.9 in a module global); witness: [sgd_step(np.zeros(2), np.ones(2), 0.1) for _ in range(3)]
import numpy as np

_velocity = {}


def sgd_step(w, grad, lr):
    w = np.asarray(w, dtype=float)
    v = 0.9 * _velocity.get(w.shape, 0.0) + np.asarray(grad, dtype=float)
    _velocity[w.shape] = v
    return w - lr * v
