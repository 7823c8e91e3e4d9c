import numpy as np
def pca(X, k):
    X = np.asarray(X, dtype=np.float64)
    Xc = X - np.add.reduce(X) / X.shape[0]
    C = np.einsum("ni,nj->ij", Xc, Xc) / X.shape[0]
    vals, vecs = np.linalg.eigh(C)
    order = np.argsort(vals)[::-1][:k]
    return [vecs[:, order], np.clip(vals[order], 0, None), np.einsum("nd,dk->nk", Xc, vecs[:, order])]
