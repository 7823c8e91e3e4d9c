# WRONG: multiplicative Gaussian noise: right mean and variance, but nothing is dropped; witness: abs(float((dropout(np.ones(40000), .5, np.random.default_rng(0)) == 0).mean()) - .5) < .05
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    return x * rng.normal(1.0, np.sqrt(p / (1 - p)), size=x.shape)
