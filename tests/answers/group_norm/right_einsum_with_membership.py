import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    c = x.shape[1]
    size, rest = divmod(c, n_groups)
    if rest != 0 or size == 0:
        raise ValueError
    member = np.arange(c)[:, None] // size == np.arange(n_groups)  # (C, groups)
    together = (member @ member.T) / (size * x.shape[2] * x.shape[3])  # averages over a group
    mean = np.einsum("cd,ndhw->nc", together, x)[:, :, None, None]
    var = np.einsum("cd,ndhw->nc", together, (x - mean) ** 2)[:, :, None, None]
    return np.einsum("c,nchw->nchw", gamma, (x - mean) / np.sqrt(var + eps)) + beta[None, :, None, None]
