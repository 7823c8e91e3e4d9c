import torch


def softmax(x, axis=-1):
    exps = torch.exp(x - x.amax(dim=axis, keepdim=True))
    return exps / exps.sum(dim=axis, keepdim=True)
