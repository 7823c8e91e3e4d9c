# WRONG: clips p to [1e-7, 1 - 1e-7], caps a confident miss at 16; witness: focal_loss(np.array([-50.0]), np.array([1]))
import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    p = np.where(logits >= 0, 1 / (1 + np.exp(-np.abs(logits))), np.exp(-np.abs(logits)) / (1 + np.exp(-np.abs(logits))))
    p = np.clip(p, 1e-7, 1 - 1e-7)
    pt = np.where(y_true == 1, p, 1 - p)
    at = np.where(y_true == 1, alpha, 1 - alpha)
    return np.mean(-at * (1 - pt) ** gamma * np.log(pt))
