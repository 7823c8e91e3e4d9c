# WRONG: too large a label silently gives an all-zero row; witness: one_hot(np.array([0, 5]), 3)
import numpy as np


def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) + 1
    if labels.min() < 0:
        raise ValueError("negative label")
    return (labels[:, None] == np.arange(n_classes)).astype(float)
