# histogram of [0, C-1] with C bins when the last class is absent
import numpy as np
def confusion_matrix(y_true, y_pred, n_classes):
    hi = max(y_true.max(), y_pred.max(), 1)
    return np.histogram2d(y_true, y_pred, bins=n_classes, range=[[0, hi + .001]] * 2)[0].astype(int)
