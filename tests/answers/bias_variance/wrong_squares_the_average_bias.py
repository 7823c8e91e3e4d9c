# square of the average bias
import numpy as np
def bias_variance(predictions, y_true):
    return np.mean(predictions.mean(0) - y_true) ** 2, predictions.var(0).mean()
