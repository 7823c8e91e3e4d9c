# log(sigmoid) with 1e-15 inside: confident miss 34.5
import numpy as np
def bce_with_logits(y_true, logits):
    e = np.exp(-np.abs(logits)); p = np.where(logits >= 0, 1, e) / (1 + e); q = np.where(logits >= 0, e, 1) / (1 + e)
    return -np.mean(np.where(y_true == 1, np.log(p + 1e-300), np.log(q + 1e-300)))
