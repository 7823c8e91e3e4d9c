# default is the number of distinct labels; larger labels wrong when gaps
import numpy as np
def one_hot(labels, n_classes=None):
    if labels.min() < 0: raise ValueError
    if n_classes is None:
        n = max(len(set(labels.tolist())), 1); labels = np.unique(labels, return_inverse=True)[1]
    else: n = n_classes
    if labels.max() >= n: raise ValueError
    return np.eye(n)[labels]
