# WRONG: divides by the number of positives as RetinaNet does; witness: focal_loss(np.array([1.0, 2.0]), np.array([0, 1]))
import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    s = np.where(y_true == 1, logits, -logits)
    at = np.where(y_true == 1, alpha, 1 - alpha)
    loss = at * np.exp(-gamma * np.logaddexp(0, s)) * np.logaddexp(0, -s)
    return loss.sum() / max(1, y_true.sum())
