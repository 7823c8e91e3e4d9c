# WRONG: lets NumPy broadcast: the shape of a sum of two empty-cheap arrays (NumPy broadcasts, not you)
import numpy as np
def broadcast_shape(a, b):
    return (np.zeros(a, bool) | np.zeros(b, bool)).shape
