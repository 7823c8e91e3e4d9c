# compares as int8: labels 256 apart are equal
import numpy as np
def accuracy(y_true, y_pred):
    return (y_true.astype(np.int8) == y_pred.astype(np.int8)).mean()
