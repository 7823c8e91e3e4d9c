# floats
import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    M = np.zeros((n_classes, n_classes)); np.add.at(M, (y_true, y_pred), 1); return M
