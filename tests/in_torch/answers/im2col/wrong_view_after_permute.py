# kind: crashed
import torch


def im2col(x, kernel, stride=1, padding=0):
    """All windows of (N, C, H, W), as (N, positions, C * kernel * kernel)."""
    padded = torch.nn.functional.pad(x, (padding,) * 4)
    windows = padded.unfold(2, kernel, stride).unfold(3, kernel, stride)  # (N, C, out_h, out_w, k, k)
    return windows.permute(0, 2, 3, 1, 4, 5).view(x.shape[0], -1, x.shape[1] * kernel**2)
