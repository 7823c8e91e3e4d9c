import numpy as np


class Softmax:
    def __init__(self, dim):
        self.dim = dim

    def __call__(self, x):
        x = np.array(x, dtype=np.float64)  # own copy, free to overwrite
        x -= np.maximum.reduce(x, axis=self.dim, keepdims=True)
        np.exp(x, out=x)
        x /= np.add.reduce(x, axis=self.dim, keepdims=True)
        return x


def softmax(x, axis=-1):
    return Softmax(dim=axis)(x)
