# clips the gradient to norm 100
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = [w0.copy()]
    for _ in range(n_steps):
        g = grad(out[-1]); m = np.linalg.norm(g)
        if m > 100: g = g * (100 / m)
        out.append(out[-1] - lr * g)
    return np.array(out)
