# mistake: in_place
import torch


def tanh(x):
    sign = x.sign()
    e = torch.exp(-2 * x.abs_())
    return sign * (1 - e) / (1 + e)
