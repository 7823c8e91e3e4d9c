# WRONG: flattens in memory order (K) and reshapes in C order, so Fortran-ordered input comes back permuted; witness: relu(np.asfortranarray([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]))
import numpy as np


def relu(x):
    flat = x.ravel(order="K")
    out = np.array([v if v > 0 else 0.0 for v in flat.tolist()])
    return out.reshape(x.shape)
