# WRONG: np.vectorize takes the dtype from the first result, an int 0 for x < -8, and truncates all others; witness: gelu(np.array([-10.0, 1.5]))
import math
import numpy as np


@np.vectorize
def gelu(x):
    if x < -8:
        return 0
    return 0.5 * x * (1 + math.erf(x / math.sqrt(2)))
