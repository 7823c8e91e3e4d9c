# mistake: flipped
import torch
import torch.nn.functional as F


def conv_transpose2d(x, kernel, stride=1):
    (H, W), (kh, kw) = x.shape, kernel.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1, dtype=x.dtype)
    spread[::stride, ::stride] = x
    padded = F.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1))
    windows = padded.unfold(0, kh, 1).unfold(1, kw, 1)
    return (windows * kernel).sum(dim=(-2, -1))
