# no error for unequal groups, channels at the end are left at 0
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    size = x.shape[1] // n_groups
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for g in range(n_groups):
            c = slice(g * size, (g + 1) * size)
            if size:
                out[i, c] = (x[i, c] - x[i, c].mean()) / np.sqrt(x[i, c].var() + eps)
    return gamma[:, None, None] * out + beta[:, None, None]
