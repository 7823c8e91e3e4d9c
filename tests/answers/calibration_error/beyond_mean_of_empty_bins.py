# right, but NumPy warns of the mean of an empty bin
import numpy as np


def calibration_error(confidence, correct, n_bins):
    idx = np.maximum(np.ceil(confidence * n_bins).astype(int) - 1, 0)
    total = 0.0
    for b in range(n_bins):
        m = idx == b
        total += m.mean() * np.nan_to_num(abs(correct[m].mean() - confidence[m].mean()))
    return total
