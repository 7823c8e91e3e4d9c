# WRONG: tests > instead of >=, the label n_classes raises IndexError; witness: one_hot(np.array([0, 2]), 2)
import numpy as np


def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    if (labels < 0).any() or (labels > n_classes).any():
        raise ValueError("label out of range")
    out = np.zeros((len(labels), n_classes))
    out[np.arange(len(labels)), labels] = 1
    return out
