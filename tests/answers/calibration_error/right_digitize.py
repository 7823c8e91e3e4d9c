import numpy as np


def calibration_error(confidence, correct, n_bins):
    edges = np.linspace(0, 1, n_bins + 1)[1:-1]
    which = np.digitize(confidence, edges, right=True)
    ece = 0
    for b in np.unique(which):
        m = which == b
        ece += m.sum() * abs(np.mean(correct[m]) - np.mean(confidence[m]))
    return ece / len(confidence)
