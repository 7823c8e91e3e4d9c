# WRONG: remembers the slope of the first call; witness: [leaky_relu(np.array([-1.0]), 0.5), leaky_relu(np.array([-1.0]), 0.2)]
import numpy as np

_config = {}


def leaky_relu(x, slope=0.01):
    a = _config.setdefault("slope", slope)
    return np.where(x > 0, x, a * x)
