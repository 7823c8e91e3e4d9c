# half precision mean
import numpy as np
def accuracy(y_true, y_pred):
    return float((y_true == y_pred).mean(dtype=np.float16))
