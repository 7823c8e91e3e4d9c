import numpy as np


def bce_with_logits(y_true, logits):
    """softplus(-z) where the label is on, softplus(z) where it is off."""
    softplus = lambda a: np.logaddexp(0.0, a)
    z = np.asarray(logits)
    y = np.asarray(y_true)
    return (y * softplus(-z) + (1 - y) * softplus(z)).mean()
