# scalars come back with shape (1,)
import numpy as np
def sigmoid(z):
    z = np.atleast_1d(z); e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)
