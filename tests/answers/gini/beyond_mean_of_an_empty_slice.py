# the mean of an empty slice warns
import numpy as np


def gini(y):
    agree = [np.mean(y == label) ** 2 for label in set(y.tolist())]
    return 1.0 - sum(agree) if agree else 0.0 * np.nan_to_num(np.mean(y))
