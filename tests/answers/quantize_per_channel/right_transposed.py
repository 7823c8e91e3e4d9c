import numpy as np


def quantize_per_channel(W):
    columns = []
    scales = []
    for column in W.T:
        s = np.abs(column).max() / 127
        if s == 0:
            s = 1.0
        scales.append(s)
        columns.append(np.rint(column / s))
    return np.array(columns).T.astype(np.int8), np.array(scales)
