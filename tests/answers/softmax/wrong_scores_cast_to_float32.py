# WRONG: scores are cast to float32 before the maximum is subtracted: entries near 1e4 lose three digits
import numpy as np
def softmax(x, axis=-1):
    x = x.astype(np.float32)
    e = np.exp(x - x.max(axis=axis, keepdims=True), dtype=np.float64)
    return e / e.sum(axis=axis, keepdims=True)
