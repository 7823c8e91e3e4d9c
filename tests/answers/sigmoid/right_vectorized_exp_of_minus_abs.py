import numpy as np, math
def _s(v):
    e = math.exp(-abs(v))
    return 1 / (1 + e) if v >= 0 else e / (1 + e)
def sigmoid(z):
    return np.vectorize(_s, otypes=[float])(z)
