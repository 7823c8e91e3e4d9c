# WRONG: a confidence of 0 is in no bin
import numpy as np


def calibration_error(confidence, correct, n_bins):
    edges = np.linspace(0, 1, n_bins + 1)
    out = 0.0
    for lo, hi in zip(edges[:-1], edges[1:]):
        m = (confidence > lo) & (confidence <= hi)
        if m.sum() > 0:
            out += m.mean() * np.abs(correct[m].mean() - confidence[m].mean())
    return out
