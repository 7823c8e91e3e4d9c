import numpy as np


def vq_quantize(z, codebook):
    sq = ((z[:, None, :].astype(float) - codebook[None].astype(float)) ** 2).sum(-1)
    idx = np.argsort(sq, axis=1, kind="stable")[:, 0]
    out = np.empty(z.shape)
    for k in np.unique(idx):
        out[idx == k] = codebook[k]
    return idx.tolist(), out, 1.25 * np.var(z - out) + 1.25 * np.mean(z - out) ** 2
