# mistake: columns_padded
import torch
import torch.nn.functional as F


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    windows = F.pad(x, (padding, padding)).unfold(2, k, stride).unfold(3, k, stride)
    return torch.einsum("ncijab,ocab->noij", windows, weight) + bias.view(1, -1, 1, 1)
