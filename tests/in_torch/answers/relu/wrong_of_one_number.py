# mistake: of_one_number
import torch


def relu(x):
    return x if x > 0 else torch.zeros_like(x)
