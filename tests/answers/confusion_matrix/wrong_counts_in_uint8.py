# counts in uint8 wrap at 256
import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    M = np.zeros((n_classes, n_classes), np.uint8); np.add.at(M, (y_true, y_pred), 1); return M
