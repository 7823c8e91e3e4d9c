# mistake: overwritten
import torch


def conv_transpose2d(x, kernel, stride=1):
    """Every entry of x adds the kernel times itself to the output, `stride` apart."""
    (H, W), (kh, kw) = x.shape, kernel.shape
    out = x.new_zeros((H - 1) * stride + kh, (W - 1) * stride + kw)
    for i in range(H):
        for j in range(W):
            out[i * stride : i * stride + kh, j * stride : j * stride + kw] = x[i, j] * kernel
    return out
