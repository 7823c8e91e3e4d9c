import numpy as np


def embedding_backward(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]), dtype=dout.dtype)
    for g, i in zip(dout.reshape(-1, dout.shape[-1]), ids.flatten()):
        grad[i] += g
    return grad
