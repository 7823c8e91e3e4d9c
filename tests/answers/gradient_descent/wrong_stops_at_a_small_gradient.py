# stops early at a small gradient: fewer rows than n_steps + 1
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = [w0.copy()]
    for _ in range(n_steps):
        g = grad(out[-1])
        if np.linalg.norm(g) < 1e-12: break
        out.append(out[-1] - lr * g)
    return np.array(out)
