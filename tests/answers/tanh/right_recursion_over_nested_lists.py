import math
import numpy as np


def _one(v):
    if isinstance(v, list):
        return [_one(u) for u in v]
    if v > 0:
        e = math.exp(-2.0 * v)
        return (1.0 - e) / (1.0 + e)
    if v < 0:
        e = math.exp(2.0 * v)
        return (e - 1.0) / (e + 1.0)
    return 0.0


def tanh(x):
    """Pure Python, negative exponents only (they underflow silently)."""
    return np.array(_one(np.asarray(x, dtype=float).tolist()), dtype=float)
