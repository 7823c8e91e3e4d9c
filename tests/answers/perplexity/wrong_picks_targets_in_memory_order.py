# WRONG: takes logits flat in memory order, so a Fortran-ordered array picks other entries; witness: perplexity(np.asfortranarray(np.arange(6.0).reshape(2, 3) ** 2), np.array([0, 1]))
import numpy as np


def perplexity(logits, targets):
    z = np.asarray(logits, dtype=float)
    T, V = z.shape
    m = z.max(axis=1)
    lse = m + np.log(np.exp(z - m[:, None]).sum(axis=1))
    picked = z.ravel(order="K")[np.arange(T) * V + targets]
    return np.exp(np.mean(lse - picked))
