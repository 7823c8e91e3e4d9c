# WRONG: softmax over the batch (axis 0) whenever the batch and the classes are equally many; witness: mlp_forward(np.array([[1., -2.], [.5, 3.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def softmax(z, n_classes):
    axis = z.shape.index(n_classes)          # the axis that holds the classes
    z = z - z.max(axis=axis, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=axis, keepdims=True)


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    return z1, a1, z2, softmax(z2, W2.shape[1])
