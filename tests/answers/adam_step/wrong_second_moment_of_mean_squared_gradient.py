# WRONG: the second moment averages the whole gradient's mean square instead of entry by entry; witness: adam_step(np.zeros(2), np.array([1.0, 3.0]), np.zeros(2), np.zeros(2), 1)
import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.mean(np.square(grad))
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
