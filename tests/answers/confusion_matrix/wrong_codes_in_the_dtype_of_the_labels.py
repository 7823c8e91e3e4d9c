# a * n_classes + b overflows for labels in uint8
import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    return np.bincount(y_true * n_classes + y_pred, minlength=n_classes**2).reshape(n_classes, n_classes)
