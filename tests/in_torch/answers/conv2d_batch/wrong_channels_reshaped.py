# mistake: reshaped_without_transpose
import torch


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    """Cross-correlation of (N, C_in, H, W) with (C_out, C_in, k, k), plus a bias per output channel."""
    k = weight.shape[-1]
    padded = torch.nn.functional.pad(x, (padding,) * 4)
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)  # (N, C_in, out_h, out_w, k, k), a view
    N, _, out_h, out_w = windows.shape[:4]
    cols = windows.permute(0, 2, 3, 1, 4, 5).flatten(3)  # (N, out_h, out_w, C_in * k * k)
    out = cols @ weight.flatten(1).T + bias
    return out.reshape(N, -1, out_h, out_w)
