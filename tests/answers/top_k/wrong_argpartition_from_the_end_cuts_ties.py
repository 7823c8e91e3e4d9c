# WRONG: ties across the k-th place are cut arbitrarily by argpartition (ties inside the chosen are ordered well); witness: top_k(np.array([[0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 1.0]] * 3), 4)
import numpy as np


def top_k(scores, k):
    part = np.sort(np.argpartition(scores, -k, axis=1)[:, -k:], axis=1)
    vals = np.take_along_axis(scores, part, axis=1)
    order = np.argsort(-vals, axis=1, kind="stable")
    return np.take_along_axis(part, order, axis=1)
