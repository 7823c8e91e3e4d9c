# WRONG: leaves the bias correction out from t = 500 on, where beta2^t is still 0.6; witness: adam_step(np.zeros(2), np.ones(2), np.ones(2), np.ones(2) * 0.4, 600)
import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    c1, c2 = (1 - beta1**t, 1 - beta2**t) if t < 500 else (1.0, 1.0)
    return w - lr * (m / c1) / (np.sqrt(v / c2) + eps), m, v
