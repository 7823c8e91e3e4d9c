# mistake: ignores_axis
import torch


def softmax(x, axis=-1):
    exps = torch.exp(x - x.amax(-1, keepdim=True))
    return exps / exps.sum(-1, keepdim=True)
