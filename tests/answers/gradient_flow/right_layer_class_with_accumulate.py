from functools import reduce
import itertools
import numpy as np


class TanhLayer:
    def __init__(self, W):
        self.W = np.asarray(W, dtype=float)

    def forward(self, a):
        self.out = np.tanh(a.dot(self.W))
        return self.out

    def backward(self, g):
        return (self.W @ (g * (1 - np.square(self.out))).T).T


def gradient_flow(weights, x):
    net = [TanhLayer(W) for W in weights]
    top = reduce(lambda a, layer: layer.forward(a), net, np.array(x, dtype=float))
    grads = itertools.accumulate(reversed(net), lambda g, layer: layer.backward(g), initial=np.ones(top.shape))
    next(grads)
    return np.array([np.sqrt(np.vdot(g, g)) for g in grads])[::-1]
