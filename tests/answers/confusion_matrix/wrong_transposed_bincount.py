# transposed off the diagonal
import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    return np.bincount(y_pred * n_classes + y_true, minlength=n_classes ** 2).reshape(n_classes, n_classes)
