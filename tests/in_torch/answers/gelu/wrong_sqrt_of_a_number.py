# kind: crashed
import torch


def gelu(x):
    return x * (1 + torch.erf(x / torch.sqrt(2))) / 2
