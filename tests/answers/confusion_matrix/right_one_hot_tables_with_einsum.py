import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    """Product of two one-hot tables."""
    classes = np.arange(n_classes)
    rows = np.equal.outer(classes, y_true).astype(np.int32)
    cols = np.equal.outer(y_pred, classes).astype(np.int32)
    return np.einsum("an,nb->ab", rows, cols)
