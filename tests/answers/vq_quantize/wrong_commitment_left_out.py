# WRONG: only the codebook term; witness: vq_quantize(np.array([[1.0]]), np.array([[0.0]]))
import numpy as np


def vq_quantize(z, codebook):
    d = ((z[:, None] - codebook) ** 2).sum(-1)
    i = d.argmin(1)
    q = codebook[i]
    return i, q, np.mean((z - q) ** 2)
