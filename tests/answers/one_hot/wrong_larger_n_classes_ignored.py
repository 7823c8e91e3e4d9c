# WRONG: n_classes larger than max label + 1 is ignored; witness: one_hot(np.array([0, 1]), 4)
import numpy as np


def one_hot(labels, n_classes=None):
    top = int(labels.max()) + 1
    if labels.min() < 0 or (n_classes is not None and top > n_classes):
        raise ValueError("label out of range")
    return np.eye(top)[labels]
