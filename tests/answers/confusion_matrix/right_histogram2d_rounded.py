import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    edges = np.arange(n_classes + 1) - 0.5
    table, _, _ = np.histogram2d(np.asarray(y_true, float), np.asarray(y_pred, float), bins=(edges, edges))
    return np.rint(table).astype(int)
