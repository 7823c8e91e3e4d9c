# WRONG: entries with a zero gradient are skipped (sparse update), moments and decay included; witness: adamw_step(np.ones(2), np.array([0.0, 1.0]), np.ones(2), np.ones(2), 3, lr=0.1, weight_decay=0.1)
import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    on = np.asarray(grad) != 0
    m = np.where(on, beta1 * m + (1 - beta1) * grad, m)
    v = np.where(on, beta2 * v + (1 - beta2) * grad**2, v)
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return np.where(on, w * (1 - lr * weight_decay) - lr * m_hat / (np.sqrt(v_hat) + eps), w), m, v
