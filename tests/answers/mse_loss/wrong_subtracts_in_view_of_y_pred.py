# modifies y_pred when it is contiguous
import numpy as np
def mse_loss(y_true, y_pred):
    d = y_pred.reshape(-1); d -= y_true.reshape(-1)
    return (d @ d) / d.size
