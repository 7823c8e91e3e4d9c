# WRONG: t is ignored, a global step counter is used instead; witness: [adam_step(np.zeros(2), np.ones(2), np.zeros(2), np.zeros(2), 1, beta1=0.5) for _ in range(2)]
import itertools
import numpy as np

_count = itertools.count(1)


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    t = next(_count)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
