# labels taken as truth values
import numpy as np
def accuracy(y_true, y_pred):
    return np.mean(y_true.astype(bool) == y_pred.astype(bool))
