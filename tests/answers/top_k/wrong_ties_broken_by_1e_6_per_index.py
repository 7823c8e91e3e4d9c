# WRONG: breaks ties by subtracting 1e-6 * index: nearly equal scores come out of order
import numpy as np
def top_k(scores, k):
    return np.argsort(-(scores.astype(float) - 1e-6 * np.arange(scores.shape[1])), axis=1, kind="stable")[:, :k]
