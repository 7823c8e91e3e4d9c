# WRONG: unbiased deviation plus eps (the Annotated Transformer's a * (x - mean) / (std + eps) + b), guarded for d = 1; witness: layer_norm(np.arange(4.), np.array([1., 2., -1., .5]), np.array([0., .5, 1., -1.]))
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(-1, keepdims=True)
    std = x.std(-1, keepdims=True, ddof=1 if x.shape[-1] > 1 else 0)
    return gamma * (x - mean) / (std + eps) + beta
