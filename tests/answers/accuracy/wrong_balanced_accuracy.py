# WRONG: mean of the per-class accuracies (balanced); witness: accuracy(np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0]))
import numpy as np


def accuracy(y_true, y_pred):
    return float(np.mean([np.mean(y_pred[y_true == c] == c) for c in np.unique(y_true)]))
