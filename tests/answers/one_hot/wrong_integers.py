# WRONG: integers instead of floats; witness: one_hot(np.array([0, 1]))
import numpy as np


def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) + 1
    if labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError("label out of range")
    return np.eye(n_classes, dtype=int)[labels]
