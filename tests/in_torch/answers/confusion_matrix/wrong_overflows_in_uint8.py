# mistake: codes_wrap_around
import torch


def confusion_matrix(y_true, y_pred, n_classes):
    cells = y_true * n_classes + y_pred
    return cells.bincount(minlength=n_classes**2).view(n_classes, n_classes)
