# reads memory order: a C and a Fortran argument are paired wrongly
import numpy as np
def mse_loss(y_true, y_pred):
    return np.mean((y_true.ravel('K') - y_pred.ravel('K')) ** 2)
