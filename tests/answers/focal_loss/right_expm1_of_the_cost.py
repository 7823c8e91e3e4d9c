import numpy as np

def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    ce = np.where(y_true, np.logaddexp(0, -logits), np.logaddexp(0, logits))
    one_minus = -np.expm1(-ce)
    return np.mean(np.where(y_true, alpha, 1-alpha) * np.power(one_minus, gamma) * ce)
