# WRONG: for three or more dimensions any axis but the last is ignored (flattened to rows); witness: log_softmax(np.arange(12.0).reshape(2, 3, 2) ** 1.5, axis=1)
import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    if x.ndim <= 2:
        z = x - x.max(axis=axis, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))
    rows = x.reshape(-1, x.shape[-1])
    z = rows - rows.max(axis=1, keepdims=True)
    return (z - np.log(np.exp(z).sum(axis=1, keepdims=True))).reshape(x.shape)
