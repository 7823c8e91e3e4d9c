import statistics

import numpy as np


def clip_outliers(x, z):
    data = x.tolist()
    if len(set(data)) == 1:
        return np.array(data)
    centre = statistics.fmean(data)
    radius = z * statistics.pstdev(data)

    def fix(v):
        return centre if v - centre > radius or centre - v > radius else v

    return np.fromiter(map(fix, data), dtype=float, count=len(data))
