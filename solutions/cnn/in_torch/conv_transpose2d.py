import torch


def conv_transpose2d(x, kernel, stride=1):
    """Every entry of x adds the kernel times itself to the output, `stride` apart."""
    (H, W), (kh, kw) = x.shape, kernel.shape
    out = x.new_zeros((H - 1) * stride + kh, (W - 1) * stride + kw)
    for a in range(kh):
        for b in range(kw):
            out[a : a + H * stride : stride, b : b + W * stride : stride] += x * kernel[a, b]
    return out
