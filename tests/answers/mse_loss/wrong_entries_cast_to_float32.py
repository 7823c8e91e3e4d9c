# WRONG: casts both arrays to float32 before it subtracts, so errors between large entries lose their digits
import numpy as np


def mse_loss(y_true, y_pred):
    target, output = (np.asarray(y, dtype=np.float32) for y in (y_true, y_pred))
    return float(np.square(target - output).mean())
