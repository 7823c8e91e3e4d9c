# WRONG: the last dimension is filled through a ravelled copy in Fortran memory order; witness: gelu(np.asfortranarray([[1.0, 2.0, -1.0], [0.5, -0.5, 3.0]]))
import math
import numpy as np


def gelu(x):
    x = np.asarray(x, dtype=float)
    vals = [0.5 * v * math.erfc(-v / math.sqrt(2.0)) for v in x.ravel(order="A").tolist()]
    return np.array(vals).reshape(x.shape)
