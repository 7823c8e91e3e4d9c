# WRONG: labels.ravel(order="K") pairs labels and logits wrongly in Fortran order; witness: masked_cross_entropy(np.zeros((2, 2, 2)) + [0., 1.], np.asfortranarray([[0, 1], [1, 1]]))
import numpy as np

def masked_cross_entropy(logits, labels, ignore_index=-100):
    y = labels.ravel(order="K"); z = logits.reshape(-1, logits.shape[-1])
    k = y != ignore_index
    if not k.any(): return 0.0
    z, y = z[k], y[k]
    z = z - z.max(1, keepdims=True)
    return np.mean(np.log(np.exp(z).sum(1)) - z[np.arange(len(y)), y])
