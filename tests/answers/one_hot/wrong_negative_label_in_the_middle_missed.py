# WRONG: checks the bounds of the first and last label only; witness: one_hot(np.array([0, -1, 1]), 3)
import numpy as np


def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) + 1
    for v in (labels[0], labels[-1], labels.max()):
        if v < 0 or v >= n_classes:
            raise ValueError("label out of range")
    out = np.zeros((len(labels), n_classes))
    out[np.arange(len(labels)), labels] = 1.0
    return out
