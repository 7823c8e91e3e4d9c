# path kept in float32
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = np.empty((n_steps + 1, w0.size), np.float32); out[0] = w0
    for i in range(n_steps):
        out[i + 1] = out[i] - lr * grad(out[i])
    return out
