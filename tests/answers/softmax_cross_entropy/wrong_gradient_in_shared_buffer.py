# WRONG: writes the gradient into a buffer cached per shape, a second call changes the first answer; witness: (lambda a, b: (a[1], b[1]))(softmax_cross_entropy(np.array([[0., 0.]]), np.array([0])), softmax_cross_entropy(np.array([[0., 3.]]), np.array([1])))
import numpy as np

_buffers = {}


def softmax_cross_entropy(logits, labels):
    n, C = logits.shape
    grad = _buffers.setdefault((n, C), np.empty((n, C)))
    np.subtract(logits, logits.max(axis=1, keepdims=True), out=grad)
    z_true = grad[np.arange(n), labels]
    np.exp(grad, out=grad)
    s = grad.sum(axis=1)
    loss = np.mean(np.log(s) - z_true)
    grad /= s[:, None]
    grad[np.arange(n), labels] -= 1
    grad /= n
    return loss, grad
