import math
import numpy as np


def bias_variance(predictions, y_true):
    columns = list(zip(*np.asarray(predictions).tolist()))
    targets = np.asarray(y_true).tolist()
    bias2 = var = 0.0
    for col, t in zip(columns, targets):
        mean = math.fsum(col) / len(col)
        bias2 += (mean - t) ** 2
        var += math.fsum((v - mean) ** 2 for v in col) / len(col)
    n = len(targets)
    return [bias2 / n, var / n]
