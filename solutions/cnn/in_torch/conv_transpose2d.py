from itertools import product

import torch


def conv_transpose2d(x, kernel, stride=1):
    """Copies of the kernel, each multiplied by one entry of x, ``stride`` apart and added up."""
    (H, W), (kh, kw) = x.shape, kernel.shape
    out = torch.zeros((H - 1) * stride + kh, (W - 1) * stride + kw, dtype=x.dtype)
    for a, b in product(range(kh), range(kw)):
        out[a : a + H * stride : stride, b : b + W * stride : stride] += x * kernel[a, b]
    return out
