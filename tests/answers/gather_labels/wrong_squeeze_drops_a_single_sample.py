# WRONG: squeeze drops the sample axis as well when n = 1; witness: gather_labels(np.array([[0.2, 0.8]]), np.array([1]))
import numpy as np


def gather_labels(probs, labels):
    return np.take_along_axis(probs, labels[:, None], axis=1).squeeze()
