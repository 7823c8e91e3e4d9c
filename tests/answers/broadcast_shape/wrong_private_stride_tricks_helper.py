# WRONG: the private helper of stride_tricks (forbidden)
import numpy as np
from numpy.lib._stride_tricks_impl import _broadcast_shape
def broadcast_shape(a, b):
    z = np.zeros(())
    return _broadcast_shape(np.lib.stride_tricks.as_strided(z, a, (0,) * len(a)), np.lib.stride_tricks.as_strided(z, b, (0,) * len(b)))
