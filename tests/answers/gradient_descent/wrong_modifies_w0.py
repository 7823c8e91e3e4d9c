# modifies w0 in place (rows are copied)
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = [w0.copy()]; w = w0
    for _ in range(n_steps):
        w -= lr * grad(w); out.append(w.copy())
    return np.array(out)
