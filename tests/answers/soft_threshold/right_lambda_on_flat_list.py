import numpy as np
def soft_threshold(x, t):
    x = np.asarray(x); t = float(t)
    f = lambda v: v - t if v > t else v + t if v < -t else 0.0
    return np.array([f(v) for v in x.ravel().tolist()], dtype=float).reshape(x.shape)
