# WRONG: a negative slope is cut off at 0, though any slope is allowed; witness: leaky_relu(np.array([-1.0, 2.0]), slope=-0.5)
import numpy as np


def leaky_relu(x, slope=0.01):
    slope = max(slope, 0.0)
    return np.maximum(x, 0.0) + slope * np.minimum(x, 0.0)
