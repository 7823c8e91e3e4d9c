# WRONG: sigmoid approximation x * sigmoid(1.702 x); witness: gelu(np.array([-2.0, 2.0]))
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    return x * np.exp(-np.logaddexp(0.0, -1.702 * x))
