# mistake: not_transposed
import torch
import torch.nn.functional as F


def im2col(x, kernel, stride=1, padding=0):
    N, C = x.shape[:2]
    windows = F.pad(x, [padding] * 4).unfold(2, kernel, stride).unfold(3, kernel, stride)
    return windows.reshape(N, -1, C * kernel * kernel)
