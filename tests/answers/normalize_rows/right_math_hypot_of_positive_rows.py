import math

import numpy as np


def normalize_rows(X):
    out = []
    for row in X.tolist():
        length = math.hypot(*row)
        out.append([v / length for v in row] if length > 0 else row)
    return np.array(out, dtype=float)
