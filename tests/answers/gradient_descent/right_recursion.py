import numpy as np
def gradient_descent(grad, w0, lr, n_steps):
    def go(w, k):
        return [w] + (go(w - lr * np.asarray(grad(w.copy())), k - 1) if k else [])
    return np.array(go(w0.astype(float), n_steps))
