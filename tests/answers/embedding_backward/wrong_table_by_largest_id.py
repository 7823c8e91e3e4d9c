# WRONG: as many rows as the largest id; witness: embedding_backward(np.ones((2, 1)), np.array([0, 1]), 4)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    D = dout.shape[-1]
    onehot = np.eye(ids.max() + 1)[ids.ravel()]
    return onehot.T @ dout.reshape(-1, D)
