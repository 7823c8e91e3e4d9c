import numpy as np
def pca(X, k):
    mu = np.mean(X.astype(float), axis=0)
    R = np.linalg.qr(X - mu, mode="r")
    U, s, _ = np.linalg.svd(R.T, full_matrices=True)
    comps = np.asfortranarray(U[:, :k])
    var = np.concatenate([np.square(s), np.zeros(X.shape[1])])[:k] / X.shape[0]
    sign = np.where(comps.sum(axis=0) < 0, -1.0, 1.0)
    comps = comps * sign
    return comps, var, np.stack([(X - mu) @ c for c in comps.T], axis=1)
