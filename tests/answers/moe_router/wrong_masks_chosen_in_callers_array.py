# WRONG: masks chosen experts by setting them to -inf in the caller's array; witness: (lambda a: (moe_router(a, 1), a.tolist())[1])(np.array([[1.0, 2.0]]))
import numpy as np


def moe_router(logits, k):
    X = np.asarray(logits, dtype=np.float64)
    rows = np.arange(X.shape[0])
    idx, vals = [], []
    for _ in range(k):
        j = X.argmax(axis=1)
        idx.append(j)
        vals.append(X[rows, j])
        X[rows, j] = -np.inf
    z = np.stack(vals, axis=1)
    e = np.exp(z - z[:, :1])
    return np.stack(idx, axis=1), e / e.sum(axis=1, keepdims=True)
