# WRONG: antithetic uniforms (u and 1 - u) halve the draws: entries i and i + size / 2 are dependent; witness: abs((lambda y: float(np.corrcoef(y[:5000], y[5000:])[0, 1]))(dropout(np.ones(10000), .5, np.random.default_rng(0)))) < .2
import numpy as np


def dropout(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training or p == 0:
        return x
    u = rng.random((x.size + 1) // 2)
    u = np.concatenate([u, 1.0 - u])[:x.size].reshape(x.shape)
    return np.where(u < p, 0.0, x / (1 - p))
