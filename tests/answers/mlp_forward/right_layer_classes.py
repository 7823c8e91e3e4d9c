import numpy as np


class Linear:
    def __init__(self, weight, bias):
        # homogeneous coordinates: the bias is one more row of the weights
        self.theta = np.vstack([np.asarray(weight, dtype=float), np.reshape(bias, (1, -1))])

    def __call__(self, x):
        return np.hstack([x, np.ones((x.shape[0], 1))]) @ self.theta


class ReLU:
    def __call__(self, x):
        return np.where(x > 0, x, 0.0)


class Softmax:
    def __call__(self, x):
        return np.exp(x - np.logaddexp.reduce(x, axis=-1, keepdims=True))


def mlp_forward(X, W1, b1, W2, b2):
    out = [np.asarray(X, dtype=float)]
    for layer in (Linear(W1, b1), ReLU(), Linear(W2, b2), Softmax()):
        out.append(layer(out[-1]))
    return tuple(out[1:])
