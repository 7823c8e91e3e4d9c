# WRONG: <= in the loop, ties go to the higher index; witness: vq_quantize(np.array([[1.0]]), np.array([[2.0], [0.0]]))
import numpy as np


def vq_quantize(z, codebook):
    out = []
    for v in z:
        best = 0
        for k, c in enumerate(codebook):
            if np.sum((v - c) ** 2) <= np.sum((v - codebook[best]) ** 2):
                best = k
        out.append(best)
    q = codebook[out]
    return np.array(out), q, 1.25 * np.mean((z - q) ** 2)
