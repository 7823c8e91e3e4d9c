import numpy as np


def _shrink(nested, t):
    if isinstance(nested, list):
        return [_shrink(item, t) for item in nested]
    size = abs(nested) - t
    return 0.0 if size <= 0 else (size if nested > 0 else -size)


def soft_threshold(x, t):
    arr = np.asarray(x, dtype=float)
    return np.array(_shrink(arr.tolist(), float(t)), dtype=float).reshape(arr.shape)
