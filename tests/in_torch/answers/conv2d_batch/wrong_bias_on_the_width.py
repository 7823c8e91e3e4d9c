# mistake: bias_along_the_width
import torch


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    """Cross-correlation of (N, C_in, H, W) with (C_out, C_in, k, k), plus a bias per output channel."""
    k = weight.shape[-1]
    padded = torch.nn.functional.pad(x, (padding,) * 4)
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)  # (N, C_in, out_h, out_w, k, k), a view
    return torch.einsum("ncijab,ocab->noij", windows, weight) + bias
