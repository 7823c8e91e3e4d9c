# WRONG: loops over the first axis only, with += on whole rows of ids; witness: embedding_backward(np.ones((1, 2, 1)), np.array([[0, 0]]), 1)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    for g, i in zip(dout, ids):
        grad[i] += g
    return grad
