# WRONG: np.choose takes only a few dozen alternatives, so it fails for many classes; witness: gather_labels(np.arange(200.0).reshape(2, 100), np.array([3, 99]))
import numpy as np


def gather_labels(probs, labels):
    return np.choose(labels, probs.T)
