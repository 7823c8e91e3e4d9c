import numpy as np


class _BatchNorm:
    def __init__(self, gamma, eps):
        self.gamma, self.eps = gamma, eps

    def forward(self, x):
        self.centred = x - np.mean(x, axis=0, keepdims=True)
        self.power = np.mean(np.square(self.centred), axis=0) + self.eps

    def backward(self, g):
        self.dbeta = np.add.reduce(g)
        self.dgamma = np.add.reduce(g * self.centred) / np.sqrt(self.power)
        v = g - np.mean(g, axis=0)                        # remove the mean direction
        along = np.mean(v * self.centred, axis=0) / self.power
        return (v - self.centred * along) * (self.gamma / np.sqrt(self.power))


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    layer = _BatchNorm(np.asarray(gamma, dtype=float), eps)
    layer.forward(np.asarray(x, dtype=float))
    dx = layer.backward(np.asarray(dout, dtype=float))
    return dx, layer.dgamma, layer.dbeta
