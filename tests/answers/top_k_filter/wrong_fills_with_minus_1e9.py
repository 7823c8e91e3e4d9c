# WRONG: fills with -1e9 instead of -inf; witness: top_k_filter(np.array([1.0, 2.0]), 1)
import numpy as np


def top_k_filter(logits, k):
    x = np.array(logits, dtype=float)
    x[np.argsort(-x, kind="stable")[k:]] = -1e9
    return x
