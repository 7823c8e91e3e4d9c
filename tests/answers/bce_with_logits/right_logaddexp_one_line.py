import numpy as np
def bce_with_logits(y_true, logits):
    return np.mean(y_true * np.logaddexp(0, -logits) + (1 - y_true) * np.logaddexp(0, logits))
