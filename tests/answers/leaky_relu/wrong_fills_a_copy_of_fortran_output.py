# WRONG: writes into a ravelled copy of a Fortran-ordered result, which stays zero; witness: leaky_relu(np.asfortranarray([[1.0, -2.0], [3.0, 4.0]]))
import numpy as np


def leaky_relu(x, slope=0.01):
    x = np.asarray(x)
    out = np.zeros_like(x)
    flat = out.ravel()
    for i, v in enumerate(x.ravel()):
        flat[i] = v if v > 0 else slope * v
    return out
