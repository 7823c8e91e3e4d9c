# WRONG: compares the accuracy with the middle of the bin
import numpy as np


def calibration_error(confidence, correct, n_bins):
    idx = np.maximum(np.ceil(confidence * n_bins) - 1, 0).astype(int)
    total = 0.0
    for b in range(n_bins):
        m = idx == b
        if np.any(m):
            total += m.sum() / len(m) * abs(correct[m].mean() - (b + 0.5) / n_bins)
    return total
