# keeps one entry only for up to 2-D inputs
import numpy as np
def soft_threshold(x, t):
    o = np.atleast_2d(x).copy()
    for r in o:
        for j in range(len(r)):
            r[j] = np.sign(r[j]) * max(abs(r[j]) - t, 0)
    return o.reshape(x.shape)
