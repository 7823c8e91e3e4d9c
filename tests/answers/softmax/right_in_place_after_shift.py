import numpy as np
from functools import lru_cache
def softmax(x, axis=-1):
    x = x - np.max(x, axis, keepdims=True)
    np.exp(x, x)
    x /= np.sum(x, axis, keepdims=True)
    return x
