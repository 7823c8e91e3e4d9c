# WRONG: adds labels of uint64 to signed positions, which gives floats, and they are refused as indices
import numpy as np


def gather_labels(probs, labels):
    n, C = probs.shape
    return probs.ravel()[np.arange(n) * C + labels]
