# sorts the row numbers of each batch, so the order inside it is not random
import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    idx = rng.permutation(len(X))
    out = []
    for i in range(0, len(X), batch_size):
        b = np.sort(idx[i:i + batch_size])
        if drop_last and len(b) < batch_size:
            continue
        out.append((X[b], y[b]))
    return out
