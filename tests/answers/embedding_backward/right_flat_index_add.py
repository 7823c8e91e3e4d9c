import numpy as np

def embedding_backward(dout, ids, n_tokens):
    D = dout.shape[-1]
    g = np.zeros(n_tokens*D)
    idx = (np.asarray(ids).reshape(-1,1)*D + np.arange(D)).ravel()
    np.add.at(g, idx, dout.reshape(-1))
    return g.reshape(n_tokens, D)
