# WRONG: adds to the compact numbers of np.unique, not to the ids; witness: embedding_backward(np.ones((1, 1)), np.array([2]), 3)
import numpy as np

def embedding_backward(dout, ids, n_tokens):
    u, inv = np.unique(ids, return_inverse=True)
    g = np.zeros((n_tokens, dout.shape[-1]))
    np.add.at(g, inv.reshape(ids.shape), dout)
    return g
