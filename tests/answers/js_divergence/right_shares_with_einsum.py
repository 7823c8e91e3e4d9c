import numpy as np


def js_divergence(p, q):
    pair = np.stack([p, q])
    total = pair.sum(axis=0)
    share = np.divide(pair, total, out=np.full(pair.shape, 0.5), where=total > 0)   # responsibilities
    safe = np.where(share > 0, share, 1.0)
    return 0.5 * np.einsum("ij,ij->", pair, np.log(safe)) + 0.5 * pair.sum() * np.log(2.0)
