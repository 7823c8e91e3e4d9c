# WRONG: adds labels of uint64 to signed positions, which gives floats, and they are refused as indices
import numpy as np


def one_hot(labels, n_classes=None):
    C = int(labels.max()) + 1 if n_classes is None else n_classes
    if labels.min() < 0 or labels.max() >= C:
        raise ValueError("label")
    flat = np.zeros(labels.size * C)
    flat[C * np.arange(labels.size) + labels] = 1.0
    return flat.reshape(-1, C)
