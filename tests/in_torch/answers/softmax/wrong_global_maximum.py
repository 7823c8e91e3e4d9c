# mistake: global_maximum
import torch


def softmax(x, axis=-1):
    exps = torch.exp(x - x.max())
    return exps / exps.sum(dim=axis, keepdim=True)
