import numpy as np


def gather_labels(probs, labels):
    return np.take_along_axis(probs, labels[:, np.newaxis], axis=1)[:, 0]
