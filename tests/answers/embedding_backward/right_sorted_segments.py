import numpy as np


def embedding_backward(dout, ids, n_tokens):
    D = dout.shape[-1]
    flat_ids = np.asarray(ids).reshape(-1)
    order = np.argsort(flat_ids, kind="stable")
    rows = dout.reshape(-1, D)[order]
    tokens, starts = np.unique(flat_ids[order], return_index=True)
    grad = np.zeros((n_tokens, D))
    grad[tokens] = np.add.reduceat(rows, starts, axis=0)
    return grad
