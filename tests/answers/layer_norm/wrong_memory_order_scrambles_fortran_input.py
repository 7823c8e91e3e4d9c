# WRONG: works in the memory order of x (order 'A') but puts a C-ordered result back: Fortran-ordered 3-D input is scrambled; witness: layer_norm(np.asfortranarray(np.arange(24.).reshape(2, 3, 4) ** 1.5), np.array([1., 2., -1., .5]), np.array([0., .5, 1., -1.]))
import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x.shape[-1]
    rows = x.reshape((-1, d), order="A")
    out = np.empty(rows.shape)
    for i, r in enumerate(rows):
        out[i] = gamma * (r - r.mean()) / np.sqrt(r.var() + eps) + beta
    return out.reshape(x.shape)
