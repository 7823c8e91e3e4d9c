import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    pair = np.stack([np.asarray(v, dtype=float), np.asarray(grad, dtype=float) ** 2])
    new_v = np.einsum("i,i...->...", np.array([alpha, 1 - alpha]), pair)
    sign_form = np.sign(grad) * np.abs(grad) / (eps + new_v**0.5)
    return np.subtract(w, lr * sign_form), new_v
