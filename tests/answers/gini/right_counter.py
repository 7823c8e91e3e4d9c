from collections import Counter
import numpy as np


def gini(y):
    labels = np.asarray(y).tolist()
    n = len(labels)
    if n == 0:
        return 0.0
    return 1.0 - sum((c / n) ** 2 for c in Counter(labels).values())
