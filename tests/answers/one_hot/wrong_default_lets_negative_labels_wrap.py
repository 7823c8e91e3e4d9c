# WRONG: with the default n_classes negative labels are not refused, they wrap around; witness: one_hot(np.array([-1, 2]))
import numpy as np


def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    elif labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError("label out of range")
    return np.eye(n_classes)[labels]
