import numpy as np


def _entropy(w):
    w = w[np.flatnonzero(w)]
    return -np.dot(w, np.log(w))


def js_divergence(p, q):
    """Entropy of the mixture minus the mean of the entropies."""
    p, q = np.array(p, dtype=float), np.array(q, dtype=float)
    return _entropy((p + q) / 2) - (_entropy(p) + _entropy(q)) / 2
