# mistake: columns
import torch


def im2col(x, kernel, stride=1, padding=0):
    """All windows of (N, C, H, W), as (N, positions, C * kernel * kernel)."""
    padded = torch.nn.functional.pad(x, (padding,) * 4)
    windows = padded.unfold(2, kernel, stride).unfold(3, kernel, stride)  # (N, C, out_h, out_w, k, k)
    return windows.permute(0, 1, 4, 5, 2, 3).flatten(4).flatten(1, 3)
