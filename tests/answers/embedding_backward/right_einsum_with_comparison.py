import numpy as np


def embedding_backward(dout, ids, n_tokens):
    match = np.equal(ids.reshape(-1, 1), np.arange(n_tokens)).astype(float)
    return np.einsum("nv,nd->vd", match, dout.reshape(len(match), -1))
