import numpy as np


def softmax_cross_entropy(logits, labels):
    n = logits.shape[0]
    z = logits - logits.max(axis=1, keepdims=True)
    e = np.exp(z)
    s = e.sum(axis=1, keepdims=True)
    loss = (np.log(s[:, 0]) - z[np.arange(n), labels]).mean()
    grad = e / s
    grad[np.arange(n), labels] -= 1
    return loss, grad / n
