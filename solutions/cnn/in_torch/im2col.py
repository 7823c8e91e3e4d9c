import torch
import torch.nn.functional as F


def im2col(x, kernel, stride=1, padding=0):
    """All windows of the images as the rows of one matrix per image."""
    padded = F.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, kernel, stride).unfold(3, kernel, stride)  # (N, C, out_h, out_w, k, k)
    # Positions before channels, then merge; F.unfold puts the windows into columns instead.
    return windows.permute(0, 2, 3, 1, 4, 5).flatten(3).flatten(1, 2)
