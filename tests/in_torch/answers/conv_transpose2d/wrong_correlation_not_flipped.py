# mistake: flipped
import torch


def conv_transpose2d(x, kernel, stride=1):
    """Every entry of x adds the kernel times itself to the output, `stride` apart."""
    (H, W), (kh, kw) = x.shape, kernel.shape
    spread = x.new_zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = x
    padded = torch.nn.functional.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1))
    windows = padded.unfold(0, kh, 1).unfold(1, kw, 1)
    return (windows * kernel).sum(dim=(-2, -1))
