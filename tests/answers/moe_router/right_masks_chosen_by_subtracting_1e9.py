# chosen experts are lowered by 1e9, which is enough for scores up to 1e4
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
