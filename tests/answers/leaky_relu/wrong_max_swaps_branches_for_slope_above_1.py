# WRONG: max(x, slope * x) swaps the branches for slope > 1; witness: leaky_relu(np.array([-1.0, 2.0]), slope=1.5)
import numpy as np


def leaky_relu(x, slope=0.01):
    return np.maximum(x, slope * x)
