# WRONG: np.log(0) warns for min_p = 0
import numpy as np


def min_p_filter(logits, min_p):
    return np.where(logits >= np.max(logits) + np.log(min_p), logits, -np.inf)
