# WRONG: averages over the batch (equal to the sum only for n = 1); witness: cross_entropy(np.eye(2), np.array([[.5, .5], [.25, .75]]))
import numpy as np


def cross_entropy(y_true, y_pred):
    per_class = -y_true * np.log(y_pred + 1e-8)
    return per_class.sum(axis=-1).mean()
