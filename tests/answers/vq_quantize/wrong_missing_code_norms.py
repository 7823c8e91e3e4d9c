# WRONG: the largest dot product; witness: vq_quantize(np.array([[1.0]]), np.array([[9.0], [1.0]]))
import numpy as np


def vq_quantize(z, codebook):
    i = np.argmax(z @ codebook.T, axis=1)
    q = codebook[i]
    return i, q, 1.25 * np.mean((z - q) ** 2)
