# WRONG: renormalized probabilities come back
import numpy as np


def min_p_filter(logits, min_p):
    p = np.exp(logits - logits.max())
    p = np.where(p >= min_p, p, 0)
    return p / p.sum()
