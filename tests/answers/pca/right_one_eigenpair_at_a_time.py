import numpy as np


def pca(X, k):
    # one eigenpair at a time; each found direction is projected out of the rest (Q from a complete QR)
    Z = np.array(X, dtype=np.float64)
    Z -= Z.mean(axis=0, keepdims=True)
    d = Z.shape[1]
    basis = np.zeros((d, 0))
    var = []
    for _ in range(k):
        rest = np.linalg.qr(np.hstack([basis, np.identity(d)]) if basis.size else np.identity(d), mode="complete")[0][:, basis.shape[1]:]
        Y = Z @ rest
        lam, U = np.linalg.eigh(np.einsum("ni,nj->ij", Y, Y) / len(Y))
        basis = np.hstack([basis, rest @ U[:, -1:]])
        var.append(max(float(lam[-1]), 0.0))
    basis = basis / np.sqrt((basis ** 2).sum(axis=0))
    return basis, np.array(var), np.einsum("nd,dk->nk", Z, basis)
