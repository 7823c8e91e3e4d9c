# WRONG: modifies the argument, but only when it is C-contiguous (reshape(-1) is then a view); witness: (lambda x: (relu(x), x)[1])(np.array([[-1.0, 2.0], [3.0, -4.0]]))
import numpy as np


def relu(x):
    flat = x.reshape(-1)
    np.maximum(flat, 0, out=flat)
    return flat.reshape(x.shape)
