# WRONG: global cache keyed by n_rows*n_cols and reshaped from flat memory: a second shape of the same size with other parity is wrong (pure)
import numpy as np
_c = {}
def checkerboard(n_rows, n_cols):
    key = n_rows * n_cols
    if key not in _c:
        _c[key] = (np.indices((n_rows, n_cols)).sum(0) % 2).ravel()
    return _c[key].reshape(n_rows, n_cols).copy()
