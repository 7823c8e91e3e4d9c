# WRONG: fancy-index += keeps one gradient per repeated id; witness: embedding_backward(np.ones((2, 1)), np.array([0, 0]), 1)
import numpy as np


def embedding_backward(dout, ids, n_tokens):
    dW = np.zeros((n_tokens, dout.shape[-1]))
    dW[ids] += dout
    return dW
