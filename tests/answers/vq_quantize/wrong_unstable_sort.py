# WRONG: np.argsort without kind="stable"; witness: vq_quantize(np.arange(20.0)[:, None] + 0.25, np.tile(np.arange(20.0), 15)[:, None])
import numpy as np


def vq_quantize(z, codebook):
    d = np.linalg.norm(z[:, None] - codebook[None], axis=2)
    i = np.argsort(d, axis=1)[:, 0]
    q = codebook[i]
    return i, q, 1.25 * np.mean((z - q) ** 2)
