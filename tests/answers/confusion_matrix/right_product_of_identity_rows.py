import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    E = np.eye(n_classes, dtype=int)
    return E[y_true].T @ E[y_pred]
