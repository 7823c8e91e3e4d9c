# WRONG: fills with the mean of the rows above only (a running mean), not of the whole column; witness: impute_mean(np.array([[np.nan], [2.0], [4.0]]))
import numpy as np


def impute_mean(X):
    out = X.copy()
    for j in range(X.shape[1]):
        total, count = 0.0, 0
        for i in range(X.shape[0]):
            if np.isnan(out[i, j]):
                out[i, j] = total / count if count else 0.0
            else:
                total += out[i, j]
                count += 1
    return out
