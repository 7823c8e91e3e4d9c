import numpy as np


def vq_quantize(z, codebook):
    dist = np.linalg.norm(z[:, np.newaxis, :] - codebook[np.newaxis, :, :], axis=-1)
    idx = np.argmin(dist, axis=-1)
    q = np.array(codebook)[idx]
    codebook_loss = np.mean(np.square(q - z))
    commitment = np.mean(np.square(z - q))
    return idx, q, codebook_loss + 0.25 * commitment
