import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    """root mean square as the hypotenuse of the two weighted parts"""
    w, grad, v = (np.asarray(a, dtype=np.float64) for a in (w, grad, v))
    rms = np.hypot(np.sqrt(alpha * v), np.sqrt(1 - alpha) * grad)
    return [w - lr * (grad / (rms + eps)), rms * rms]
