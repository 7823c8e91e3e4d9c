# WRONG: the factor is (1 - p) ** gamma for negatives too; witness: focal_loss(np.array([1.0]), np.array([0]))
import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    bce = np.logaddexp(0, logits) - logits * y_true
    p = np.exp(-np.logaddexp(0, -logits))
    at = alpha * y_true + (1 - alpha) * (1 - y_true)
    return np.mean(at * (1 - p) ** gamma * bce)
