import numpy as np


def top_k(scores, k):
    n, d = scores.shape
    cols = np.broadcast_to(np.arange(d), (n, d))
    # lexsort: the last key is the primary one
    return np.lexsort((cols, np.negative(scores)), axis=-1)[..., :k]
