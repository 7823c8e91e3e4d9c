# variance over all entries together, not over models at each point
import numpy as np
def bias_variance(predictions, y_true):
    return np.mean((predictions.mean(0) - y_true) ** 2), (predictions - y_true).var()
