# flattens in memory order
import numpy as np
def soft_threshold(x, t):
    v = x.ravel(order='K')
    return (np.sign(v) * np.maximum(np.abs(v) - t, 0)).reshape(x.shape)
