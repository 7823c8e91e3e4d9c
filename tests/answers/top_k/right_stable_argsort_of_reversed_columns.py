import numpy as np
def top_k(scores, k):
    d = scores.shape[1]
    return (d - 1 - np.argsort(scores[:, ::-1], axis=1, kind="stable"))[:, ::-1][:, :k]
