import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    idx = np.arange(X.shape[0])
    rng.shuffle(idx)
    out = []
    for i in range(0, len(idx), batch_size):
        b = idx[i:i + batch_size]
        if drop_last and len(b) < batch_size:
            continue
        out.append((X[b], y[b]))
    return out
