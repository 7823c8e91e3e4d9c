import math
import numpy as np


def _scalar_step(w, g, m, v, c1, c2, lr, b1, b2, eps, wd):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g ** 2
    return w - lr * wd * w - lr * (m / c1) / (math.sqrt(v / c2) + eps), m, v


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    c1, c2 = 1 - beta1**t, 1 - beta2**t
    w, grad, m, v = (np.asarray(a, dtype=float) for a in (w, grad, m, v))
    out = np.empty((3,) + w.shape)
    for i in np.ndindex(w.shape):
        out[(slice(None),) + i] = _scalar_step(float(w[i]), float(grad[i]), float(m[i]), float(v[i]),
                                               c1, c2, lr, beta1, beta2, eps, weight_decay)
    return tuple(out)
