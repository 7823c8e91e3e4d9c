# WRONG: gamma * log(1 - p_t) is 0 * -inf for gamma = 0 and a sure hit (silenced); witness: focal_loss(np.array([1e4]), np.array([1]), 0.0)
import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    s = np.where(y_true == 1, logits, -logits)
    logpt = -np.logaddexp(0, -s)
    at = np.where(y_true == 1, alpha, 1 - alpha)
    with np.errstate(all="ignore"):
        mod = np.exp(gamma * np.log1p(-np.exp(logpt)))
    return np.mean(-at * mod * logpt)
