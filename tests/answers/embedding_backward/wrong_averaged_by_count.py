# WRONG: divides by the count of each id; witness: embedding_backward(np.ones((2, 1)), np.array([0, 0]), 1)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    for token in range(n_tokens):
        where = ids == token
        if where.any():
            grad[token] = dout[where].mean(axis=0)
    return grad
