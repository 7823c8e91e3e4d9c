# rounded to 4 decimals
import numpy as np
def accuracy(y_true, y_pred):
    return round(float(np.mean(y_true == y_pred)), 4)
