import numpy as np


def vq_quantize(z, codebook):
    """One pass over the codes with a running minimum per vector."""
    n = len(z)
    best = np.full(n, np.inf)
    idx = np.zeros(n, dtype=np.int64)
    for k in range(len(codebook)):
        d = np.einsum("nd,nd->n", z - codebook[k], z - codebook[k], dtype=float)
        closer = d < best
        idx[closer] = k
        best = np.where(closer, d, best)
    return idx, codebook[idx], 1.25 * best.sum() / z.size
