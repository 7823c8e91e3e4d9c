import math
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    losses = []
    for t, p in zip(np.asarray(y_true).tolist(), np.asarray(y_prob).tolist()):
        p = min(max(p, eps), 1.0 - eps)
        losses.append(-(t * math.log(p) + (1 - t) * math.log(1.0 - p)))
    return math.fsum(losses) / len(losses)
