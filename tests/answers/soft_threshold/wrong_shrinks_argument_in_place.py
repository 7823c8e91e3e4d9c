# modifies x in place
import numpy as np
def soft_threshold(x, t):
    s = np.sign(x)
    np.abs(x, out=x); x -= t
    np.maximum(x, 0, out=x)
    return s * x
