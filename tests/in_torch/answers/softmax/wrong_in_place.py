# mistake: in_place
import torch


def softmax(x, axis=-1):
    x -= x.amax(dim=axis, keepdim=True)
    return x.exp() / x.exp().sum(dim=axis, keepdim=True)
