import math

import numpy as np


def clip_outliers(x, z):
    values = [float(v) for v in x]
    n = len(values)
    if min(values) == max(values):
        return np.array(values)
    mean = math.fsum(values) / n
    std = math.sqrt(math.fsum((v - mean) ** 2 for v in values) / n)
    return np.array([mean if abs(v - mean) > z * std else v for v in values])
