import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    I = range(n_classes)
    return np.array([[np.count_nonzero((y_true == i) & (y_pred == j)) for j in I] for i in I])
