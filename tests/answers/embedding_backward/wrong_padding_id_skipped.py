# WRONG: treats id 0 as padding; witness: embedding_backward(np.ones((1, 1)), np.array([0]), 2)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    keep = ids != 0
    np.add.at(grad, ids[keep], dout[keep])
    return grad
