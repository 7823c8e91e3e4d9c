import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    buf = np.array(v, dtype=float)
    buf *= beta
    buf += grad
    p = np.array(w, dtype=float)
    p -= lr * buf
    return (p, buf)
