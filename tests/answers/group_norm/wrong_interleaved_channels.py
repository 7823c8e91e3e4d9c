# groups are channels g, g + n_groups, g + 2 n_groups, ...
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    if x.shape[1] % n_groups != 0:
        raise ValueError("bad groups")
    out = np.empty_like(x)
    for g in range(n_groups):
        part = x[:, g::n_groups]
        mu = part.mean(axis=(1, 2, 3), keepdims=True)
        sd = np.sqrt(part.var(axis=(1, 2, 3), keepdims=True) + eps)
        out[:, g::n_groups] = (part - mu) / sd
    return out * gamma.reshape(-1, 1, 1) + beta.reshape(-1, 1, 1)
