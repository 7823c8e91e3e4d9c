import numpy as np


class ReLU:
    """torch-like module"""

    def __init__(self, inplace=False):
        self.inplace = inplace

    def forward(self, x):
        return np.clip(x, 0, None)

    __call__ = forward


_module = ReLU()


def relu(x):
    return _module(x)
