import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    h, _, _ = np.histogram2d(y_true, y_pred, bins=[np.arange(n_classes + 1) - .5] * 2)
    return h.astype(np.uint16)
