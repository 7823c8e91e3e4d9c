# shuffles with NumPy's global state instead of the generator
import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    order = np.arange(len(X))
    np.random.shuffle(order)
    out = [(X[order[i:i + batch_size]], y[order[i:i + batch_size]]) for i in range(0, len(X), batch_size)]
    if drop_last and out and len(out[-1][1]) < batch_size:
        out.pop()
    return out
