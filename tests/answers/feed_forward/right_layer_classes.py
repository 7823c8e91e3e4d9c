import numpy as np


class Linear:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def __call__(self, t):
        return np.add(np.tensordot(t, self.w, axes=1), self.b)


class ReLU:
    def __call__(self, t):
        return np.where(t > 0, t, 0)


def feed_forward(x, W1, b1, W2, b2):
    for layer in (Linear(W1, b1), ReLU(), Linear(W2, b2)):
        x = layer(x)
    return x
