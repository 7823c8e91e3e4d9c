# a class absent from both counts as 1
import numpy as np
def macro_f1(y_true, y_pred, n_classes):
    f = []
    for k in range(n_classes):
        d = (y_true == k).sum() + (y_pred == k).sum()
        f.append(2 * ((y_true == k) & (y_pred == k)).sum() / d if d else 1.0)
    return np.mean(f)
