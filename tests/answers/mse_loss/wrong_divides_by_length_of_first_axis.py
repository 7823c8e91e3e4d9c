# sum over the last axis, mean over the first: right for 1-D only
import numpy as np
def mse_loss(y_true, y_pred):
    e = (y_true - y_pred) ** 2
    return e.sum() / len(e)
