import numpy as np


def one_hot(labels, n_classes=None):
    labels = np.asarray(labels).astype(np.int64)
    k = n_classes if n_classes is not None else labels.max() + 1
    out = np.zeros((labels.size, k))
    # ravel_multi_index refuses anything outside the shape with a ValueError
    if np.any(labels < 0) or np.any(labels >= k):
        raise ValueError("bad label")
    out.flat[np.ravel_multi_index((np.arange(labels.size), labels), out.shape)] = 1
    return out
