# without n_classes a negative label is not refused when the default is taken
import numpy as np
def one_hot(labels, n_classes=None):
    if n_classes is None:
        n = labels.max() + 1
    else:
        n = n_classes
        if labels.min() < 0 or labels.max() >= n: raise ValueError
    return (labels[:, None] == np.arange(n)).astype(float)
