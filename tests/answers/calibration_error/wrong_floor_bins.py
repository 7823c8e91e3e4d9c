# WRONG: the lower edge belongs to a bin
import numpy as np


def calibration_error(confidence, correct, n_bins):
    b = np.minimum((confidence * n_bins).astype(int), n_bins - 1)
    out = 0.0
    for i in range(n_bins):
        m = b == i
        if m.any():
            out += m.mean() * abs(correct[m].mean() - confidence[m].mean())
    return out
