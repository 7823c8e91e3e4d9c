# WRONG: erf(x) without dividing by sqrt(2); witness: gelu(np.array([1.0, -1.0]))
import math
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    erf = np.array([math.erf(v) for v in x.ravel()]).reshape(x.shape)
    return x * 0.5 * (1.0 + erf)
