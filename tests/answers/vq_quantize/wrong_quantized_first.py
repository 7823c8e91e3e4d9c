# WRONG: returns (quantized, loss, indices) as many repositories do; witness: vq_quantize(np.array([[1.0]]), np.array([[0.0]]))
import numpy as np


def vq_quantize(z, codebook):
    i = ((z[:, None] - codebook) ** 2).sum(-1).argmin(1)
    q = codebook[i]
    return q, 1.25 * np.mean((z - q) ** 2), i
