# WRONG: argpartition then a stable sort: ties across the k boundary do not keep the lower index
import numpy as np
def top_k(scores, k):
    d = scores.shape[1]
    idx = np.argpartition(-scores, min(k, d - 1), axis=1)[:, :k] if k < d else np.tile(np.arange(d), (len(scores), 1))
    idx = np.sort(idx, axis=1)
    o = np.argsort(-np.take_along_axis(scores, idx, 1), axis=1, kind="stable")
    return np.take_along_axis(idx, o, 1)
