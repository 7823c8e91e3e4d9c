# WRONG: with min_p = 1 even the most likely token is dropped
import numpy as np


def min_p_filter(logits, min_p):
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return np.where(p > min_p * p.max(), logits, -np.inf)
