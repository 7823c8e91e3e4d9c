# WRONG: bins are not weighted, and empty bins give NaN
import numpy as np


def calibration_error(confidence, correct, n_bins):
    idx = np.clip(np.ceil(confidence * n_bins).astype(int) - 1, 0, n_bins - 1)
    gaps = [abs(correct[idx == b].mean() - confidence[idx == b].mean()) for b in range(n_bins)]
    return np.mean(gaps)
