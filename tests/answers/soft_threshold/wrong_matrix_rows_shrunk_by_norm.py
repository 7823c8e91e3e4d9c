# WRONG: shrinks rows by their L2 norm when x is 2-D; witness: soft_threshold(np.array([[3.0, 0.5], [-2.0, 2.0]]), 1.0)
import numpy as np


def soft_threshold(x, t):
    x = np.asarray(x, dtype=float)
    size = np.abs(x) if x.ndim != 2 else np.linalg.norm(x, axis=1, keepdims=True)
    keep = np.maximum(size - t, 0.0)
    return x * np.divide(keep, size, out=np.zeros_like(size), where=size > 0)
