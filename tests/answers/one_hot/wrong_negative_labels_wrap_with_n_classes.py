# negative labels wrap round when n_classes is given (no raise)
import numpy as np
def one_hot(labels, n_classes=None):
    if n_classes is None:
        if labels.min() < 0: raise ValueError
        n_classes = labels.max() + 1
    if labels.max() >= n_classes: raise ValueError
    return np.eye(n_classes)[labels]
