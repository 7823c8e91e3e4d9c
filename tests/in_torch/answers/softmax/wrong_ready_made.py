# kind: calls
from torch import nn


def softmax(x, axis=-1):
    return nn.Softmax(dim=axis)(x)
