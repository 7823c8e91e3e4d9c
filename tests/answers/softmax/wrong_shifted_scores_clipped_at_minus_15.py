# WRONG: differences below -50 count as -50 (clip after subtracting the maximum): tiny probabilities are wrong, and many of them add up
import numpy as np
def softmax(x, axis=-1):
    z = np.clip(x - x.max(axis=axis, keepdims=True), -15, 0)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)
