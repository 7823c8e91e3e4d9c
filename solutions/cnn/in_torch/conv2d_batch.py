import torch
import torch.nn.functional as F


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    """Cross-correlation of a batch of images with square kernels, plus a bias per output channel."""
    k = weight.shape[-1]
    padded = F.pad(x, (padding, padding, padding, padding))  # the last dim comes first
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)  # (N, C_in, out_h, out_w, k, k), a view
    return torch.einsum("ncijab,ocab->noij", windows, weight) + bias[:, None, None]
