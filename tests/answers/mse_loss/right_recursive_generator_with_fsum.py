import math
import numpy as np


def _flat(v):
    if isinstance(v, list):
        for item in v:
            yield from _flat(item)
    else:
        yield float(v)


def mse_loss(y_true, y_pred):
    a = list(_flat(np.asarray(y_true).tolist()))
    b = list(_flat(np.asarray(y_pred).tolist()))
    return math.fsum((p - q) ** 2 for p, q in zip(a, b)) / len(a)
