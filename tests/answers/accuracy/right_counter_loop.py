import numpy as np


def accuracy(y_true, y_pred):
    hits = total = 0
    for t, p in zip(y_true, y_pred):
        total += 1
        if int(t) == int(p):
            hits += 1
    return hits / total
