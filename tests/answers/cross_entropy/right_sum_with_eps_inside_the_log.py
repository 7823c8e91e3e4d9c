import numpy as np


def cross_entropy(y_true, y_pred):
    """Sum over batch and classes, as on the sheet."""
    return -np.sum(y_true * np.log(y_pred + 1e-8))
