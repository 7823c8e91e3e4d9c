import numpy as np
from dataclasses import dataclass


@dataclass
class LinearLayer:
    weight: np.ndarray
    bias: float

    def forward(self, x):
        self.x = x
        return np.dot(x, self.weight) + self.bias

    def backward(self, grad_out):
        return np.add.reduce(self.x * grad_out[:, np.newaxis], axis=0), np.add.reduce(grad_out)


def linear_regression_gradients(X, y, w, b):
    layer = LinearLayer(np.asarray(w), b)
    pred = layer.forward(np.asarray(X))
    return layer.backward(2.0 * (pred - y) / pred.shape[0])
