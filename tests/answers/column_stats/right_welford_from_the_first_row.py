import numpy as np


def column_stats(X):
    """One streaming pass (Welford)."""
    first = np.array(X[0], dtype=float)
    mean, m2 = first.copy(), np.zeros_like(first)
    lo, hi = first.copy(), first.copy()
    ilo = np.zeros(first.shape, dtype=int)
    ihi = np.zeros(first.shape, dtype=int)
    for i, row in enumerate(X[1:].astype(float), start=1):
        delta = row - mean
        mean = mean + delta / (i + 1)
        m2 = m2 + delta * (row - mean)
        down, up = row < lo, row > hi
        lo[down], ilo[down] = row[down], i
        hi[up], ihi[up] = row[up], i
    return {"mean": mean, "std": (m2 / len(X)) ** 0.5, "min": lo, "max": hi, "argmin": ilo, "argmax": ihi}
