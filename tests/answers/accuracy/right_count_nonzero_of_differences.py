import numpy as np
def accuracy(y_true, y_pred):
    return np.float32(1) * 0 + np.array(1 - np.count_nonzero(y_true - y_pred) / y_true.size)
