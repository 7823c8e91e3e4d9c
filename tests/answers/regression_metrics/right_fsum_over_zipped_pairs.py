import math
import numpy as np


def regression_metrics(y_true, y_pred):
    t = [float(v) for v in y_true]
    p = [float(v) for v in y_pred]
    n = len(t)
    rss = math.fsum((a - b) ** 2 for a, b in zip(t, p))
    mae = math.fsum(abs(a - b) for a, b in zip(t, p)) / n
    if min(t) == max(t):
        r2 = float(t == p)
    else:
        mean = math.fsum(t) / n
        r2 = 1.0 - rss / math.fsum((a - mean) ** 2 for a in t)
    return [rss / n, mae, r2]
