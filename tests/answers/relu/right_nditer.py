import numpy as np


def relu(x):
    x = np.asarray(x, dtype=np.float64)
    out = np.zeros(x.shape)
    with np.nditer([x, out], op_flags=[["readonly"], ["writeonly"]]) as it:
        for a, b in it:
            if a > 0:
                b[...] = a
    return out
