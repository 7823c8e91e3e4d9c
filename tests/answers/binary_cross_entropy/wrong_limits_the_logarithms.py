# mistake: logarithm_limited
import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    with np.errstate(divide="ignore"):
        log_p, log_q = (np.clip(np.log(p), -100, None) for p in (y_prob, 1 - y_prob))
    return -(y_true * log_p + (1 - y_true) * log_q).mean()
