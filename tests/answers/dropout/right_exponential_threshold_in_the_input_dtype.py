import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError
    if not training:
        return x.copy()
    u = rng.standard_exponential(x.shape)
    return np.where(u > -np.log1p(-p) if p else np.ones(x.shape, bool), x / x.dtype.type(1 - p), x.dtype.type(0))
