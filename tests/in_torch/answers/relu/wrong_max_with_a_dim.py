# says: is what torch.max returns, values and indices
import torch


def relu(x):
    return torch.max(x, 0)
