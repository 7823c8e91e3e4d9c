# WRONG: chosen experts are masked by subtracting 1e9 instead of -inf, so with a spread beyond that the same expert is chosen twice; witness: moe_router(np.array([[1e10, 0.0, -1.0]]), 2)
import numpy as np


def moe_router(logits, k):
    work = np.array(logits, dtype=float)
    rows = np.arange(work.shape[0])
    idx, vals = [], []
    for _ in range(k):
        j = work.argmax(axis=1)
        idx.append(j)
        vals.append(work[rows, j])
        work[rows, j] -= 1e9
    z = np.stack(vals, axis=1)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.stack(idx, axis=1), e / e.sum(axis=1, keepdims=True)
