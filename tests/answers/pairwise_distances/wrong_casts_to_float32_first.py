# WRONG: casts to float32 first: points near (1e4, 1e4) lose the 1e-6 accuracy
import numpy as np
def pairwise_distances(X, Y):
    A = X.astype(np.float32); B = Y.astype(np.float32)
    return np.sqrt(((A[:, None] - B[None]).astype(float) ** 2).sum(-1))
