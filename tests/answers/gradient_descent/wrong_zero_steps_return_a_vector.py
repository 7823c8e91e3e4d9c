# n_steps = 0: returns w0 as (d,)
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = w0.copy(); w = w0
    for i in range(n_steps):
        w = w - lr * grad(w); out = np.vstack([out, w])
    return out
