# mistake: flipped
import torch
import torch.nn.functional as F


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    padded = F.pad(x, [padding] * 4)
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)
    return torch.einsum("ncijab,ocab->noij", windows, weight.flip(-2, -1)) + bias[None, :, None, None]
