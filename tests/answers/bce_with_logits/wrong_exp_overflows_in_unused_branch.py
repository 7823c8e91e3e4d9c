# overflow in the branch not taken
import numpy as np
def bce_with_logits(y_true, logits):
    z = logits
    return np.mean(np.where(z > 30, z, np.log1p(np.exp(z))) - y_true * z)
