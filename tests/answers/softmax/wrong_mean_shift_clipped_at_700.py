# WRONG: subtracts the mean instead of the maximum and clips at 700: wrong for entries far above the mean
import numpy as np
def softmax(x, axis=-1):
    x = x.astype(float)
    e = np.exp(np.clip(x - x.mean(axis=axis, keepdims=True), -700, 700))
    return e / e.sum(axis=axis, keepdims=True)
