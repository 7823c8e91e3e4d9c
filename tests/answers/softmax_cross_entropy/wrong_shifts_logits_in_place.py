# WRONG: shifts the float64 logits in place (np.asarray does not copy); witness: (lambda z: (softmax_cross_entropy(z, np.array([0])), z))(np.array([[1., 3.]]))
import numpy as np


def softmax_cross_entropy(logits, labels):
    z = np.asarray(logits, dtype=np.float64)
    z -= z.max(axis=1, keepdims=True)
    n = z.shape[0]
    lse = np.log(np.exp(z).sum(axis=1))
    loss = float(np.mean(lse - z[np.arange(n), labels]))
    grad = np.exp(z - lse[:, None])
    grad[np.arange(n), labels] -= 1
    grad /= n
    return loss, grad
