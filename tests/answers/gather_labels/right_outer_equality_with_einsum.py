import numpy as np
def gather_labels(probs, labels):
    hot = np.equal.outer(labels, np.arange(probs.shape[1]))
    return np.einsum("nc,nc->n", probs, hot.astype(probs.dtype))
