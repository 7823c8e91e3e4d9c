# WRONG: np.nditer finds the common shape (NumPy's own broadcasting)
import numpy as np
def broadcast_shape(a, b):
    return tuple(np.nditer([np.zeros(a), np.zeros(b)], flags=["zerosize_ok", "multi_index"]).shape)
