import numpy as np
from collections import OrderedDict
def column_stats(X):
    n, d = X.shape
    mean, m2 = np.zeros(d), np.zeros(d)
    lo, hi = X[0].astype(float), X[0].astype(float)
    ilo, ihi = np.zeros(d, int), np.zeros(d, int)
    for i in range(n):
        row = X[i].astype(float)
        delta = row - mean
        mean = mean + delta / (i + 1)
        m2 = m2 + delta * (row - mean)
        b = row < lo; lo = np.where(b, row, lo); ilo[b] = i
        t = row > hi; hi = np.where(t, row, hi); ihi[t] = i
    return OrderedDict(argmax=ihi, argmin=ilo, max=hi, min=lo, std=np.sqrt(m2 / n), mean=mean)
