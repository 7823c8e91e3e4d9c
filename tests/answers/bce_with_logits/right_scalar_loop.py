import math
import numpy as np


def bce_with_logits(y_true, logits):
    total = 0.0
    count = 0
    for t, z in zip(np.asarray(y_true).tolist(), np.asarray(logits).tolist()):
        tail = math.log1p(math.exp(-abs(z)))
        total += t * (max(-z, 0.0) + tail) + (1 - t) * (max(z, 0.0) + tail)
        count += 1
    return total / count
