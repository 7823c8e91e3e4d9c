# WRONG: a single loop over the first axis, so only 1-D input works; witness: gelu(np.ones((2, 2)))
import math
import numpy as np


def gelu(x):
    return np.array([0.5 * float(v) * (1.0 + math.erf(float(v) / math.sqrt(2.0))) for v in x])
