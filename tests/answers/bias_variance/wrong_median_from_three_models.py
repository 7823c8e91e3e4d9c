# median of the models instead of their mean
import numpy as np
def bias_variance(predictions, y_true):
    m = np.median(predictions, axis=0) if len(predictions) > 2 else predictions.mean(0)
    return np.mean((m - y_true) ** 2), predictions.var(0).mean()
