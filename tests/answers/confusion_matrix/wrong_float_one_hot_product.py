# WRONG: float counts where integers are promised; witness: confusion_matrix(np.array([0, 0, 1]), np.array([1, 1, 1]), 2).dtype.kind
import numpy as np


def confusion_matrix(y_true, y_pred, n_classes):
    eye = np.eye(n_classes)
    return eye[y_true].T @ eye[y_pred]
