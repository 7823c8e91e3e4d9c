import numpy as np
def softmax(x, axis=-1):
    z = np.moveaxis(np.asarray(x, dtype=np.float64), axis, 0)
    lse = z[0].copy()
    for row in z[1:]:
        lse = np.logaddexp(lse, row)
    return np.moveaxis(np.exp(z - lse), 0, axis)
