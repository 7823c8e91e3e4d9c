# mistake: hard
import torch


def soft_threshold(x, t):
    return torch.where(x.abs() > t, x, 0.0)
