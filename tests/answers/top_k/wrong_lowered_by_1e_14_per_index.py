# WRONG: lowers scores by 1e-14 j instead of a stable sort: ties at 1000 come out in any order
import numpy as np
def top_k(scores, k):
    return np.argsort(-(scores - 1e-14 * np.arange(scores.shape[1])), axis=1)[:, :k]
