# WRONG: negatives have the weight 1; witness: focal_loss(np.array([1.0]), np.array([0]))
import numpy as np

def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    s = np.where(y_true == 1, logits, -logits)
    at = np.where(y_true == 1, alpha, 1.0)
    return np.mean(at*np.exp(-gamma*np.logaddexp(0,s))*np.logaddexp(0,-s))
