import numpy as np
def top_k(scores, k):
    return np.lexsort((np.broadcast_to(np.arange(scores.shape[1]), scores.shape), -scores), axis=-1)[..., :k]
