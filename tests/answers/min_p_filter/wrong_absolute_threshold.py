# WRONG: probabilities are compared with min_p itself
import numpy as np


def min_p_filter(logits, min_p):
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return np.where(p >= min_p, logits, -np.inf)
