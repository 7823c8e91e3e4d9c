# treats a column whose range is below 1e-8 as constant (constant = all entries equal)
import numpy as np
def min_max_scale(X):
    lo = X.min(0); r = X.max(0) - lo
    return np.where(r < 1e-8, 0.0, (X - lo) / np.where(r < 1e-8, 1, r))
