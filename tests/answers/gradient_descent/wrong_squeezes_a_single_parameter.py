# squeezed: (n_steps + 1, 1) becomes 1-D for d = 1
import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    out = [w0.copy()]
    for _ in range(n_steps):
        out.append(out[-1] - lr * grad(out[-1]))
    return np.array(out).squeeze(-1) if w0.size == 1 else np.array(out)
