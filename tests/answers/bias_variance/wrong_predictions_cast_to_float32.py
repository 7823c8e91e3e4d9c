# WRONG: casts the predictions and the targets to float32 first, so numbers near 1000 are off by up to 3e-5
import numpy as np


def bias_variance(predictions, y_true):
    P = np.array(predictions, np.float32)
    average = P.mean(0)
    bias2 = np.mean((average - y_true.astype(np.float32)) ** 2)
    return bias2, P.var(axis=0).mean()
