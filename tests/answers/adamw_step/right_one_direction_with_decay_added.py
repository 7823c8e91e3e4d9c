import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """all in one gradient-like direction: w - lr * (direction + decay * w)"""
    w, grad, m, v = map(lambda a: np.asarray(a, dtype=np.float64), (w, grad, m, v))
    m_new = np.average(np.stack([m, grad]), axis=0, weights=[beta1, 1 - beta1])
    v_new = np.average(np.stack([v, grad**2]), axis=0, weights=[beta2, 1 - beta2])
    direction = (m_new / (1 - beta1**t)) / (eps + np.sqrt(v_new / (1 - beta2**t)))
    return [w - lr * (direction + weight_decay * w), m_new, v_new]
