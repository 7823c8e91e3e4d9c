# WRONG: squeezes the path, so d = 1 gives (n_steps + 1,); witness: gradient_descent(lambda v: 2 * v, np.array([1.0]), 0.1, 3)
import numpy as np


def gradient_descent(grad, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    out = [w]
    for _ in range(n_steps):
        w = w - lr * np.asarray(grad(w))
        out.append(w)
    return np.squeeze(np.array(out))
