# WRONG: the flat offset of a row is i * n instead of i * C, right only for square probs; witness: gather_labels(np.arange(6.0).reshape(2, 3), np.array([1, 2]))
import numpy as np


def gather_labels(probs, labels):
    n = len(labels)
    return probs.reshape(-1)[np.minimum(np.arange(n) * n + labels, probs.size - 1)]
