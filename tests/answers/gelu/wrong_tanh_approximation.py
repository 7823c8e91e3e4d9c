# WRONG: the tanh approximation, off by up to 5e-4; witness: gelu(np.array([-3.0, 2.3]))
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    return 0.5 * x * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (x + 0.044715 * x**3)))
