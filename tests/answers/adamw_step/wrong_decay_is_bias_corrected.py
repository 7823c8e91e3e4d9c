# WRONG: the decay is bias-corrected along with the step (lr / (1 - beta1^t)); witness: adamw_step(np.ones(2), np.zeros(2), np.zeros(2), np.zeros(2), 1, lr=0.1, weight_decay=0.1)
import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    step_size = lr / (1 - beta1**t)
    denom = np.sqrt(v / (1 - beta2**t)) + eps
    return w - step_size * (m / denom + weight_decay * w), m, v
