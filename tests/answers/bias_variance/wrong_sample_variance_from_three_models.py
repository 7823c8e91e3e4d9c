# variance over models with ddof 1 from three models on
import numpy as np
def bias_variance(predictions, y_true):
    return np.mean((predictions.mean(0) - y_true) ** 2), predictions.var(0, ddof=int(len(predictions) > 2)).mean()
