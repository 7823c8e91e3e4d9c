# WRONG: ravel(order="K") pairs ids and gradients wrongly in Fortran order; witness: embedding_backward(np.arange(4.0).reshape(2, 2, 1), np.asfortranarray([[0, 1], [2, 3]]), 4)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    grad = np.zeros((n_tokens, dout.shape[-1]))
    np.add.at(grad, ids.ravel(order="K"), dout.reshape(-1, dout.shape[-1]))
    return grad
