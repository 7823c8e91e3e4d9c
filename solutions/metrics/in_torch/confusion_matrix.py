import torch


def confusion_matrix(y_true, y_pred, n_classes):
    """Count the predictions: a row for each true label, a column for each predicted one."""
    # In int64, because a product of small integer types overflows.
    cells = y_true.long() * n_classes + y_pred
    return cells.bincount(minlength=n_classes**2).view(n_classes, n_classes)
