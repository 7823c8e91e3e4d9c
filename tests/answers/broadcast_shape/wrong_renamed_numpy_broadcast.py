# WRONG: np.broadcast on arrays built with stride 0 (a NumPy broadcasting helper, forbidden), imported under another name
import numpy as np
from numpy import broadcast as glue, empty as e
def broadcast_shape(a, b):
    return tuple(glue(e(a), e(b)).shape)
