# WRONG: identity from x = 2.5 on and zero below -2.5, off by 0.015; witness: gelu(np.array([2.6, -2.6]))
import math
import numpy as np

_erf = np.vectorize(math.erf, otypes=[float])


def gelu(x):
    x = np.asarray(x, dtype=float)
    core = 0.5 * x * (1.0 + _erf(x / math.sqrt(2.0)))
    return np.select([x > 2.5, x < -2.5], [x, 0.0], default=core)
