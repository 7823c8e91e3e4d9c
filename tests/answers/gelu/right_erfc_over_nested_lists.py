import math
import numpy as np


def _go(v):
    if isinstance(v, list):
        return [_go(u) for u in v]
    return 0.5 * v * math.erfc(-v * math.sqrt(0.5))


def gelu(x):
    return np.array(_go(np.asarray(x, dtype=float).tolist()))
