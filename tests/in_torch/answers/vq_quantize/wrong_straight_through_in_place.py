import torch


def vq_quantize(z, codebook):
    indices = (z[:, None] - codebook).square().sum(dim=-1).argmin(dim=-1)
    quantized = z
    quantized[:] = codebook[indices]
    return indices, quantized, 1.25 * (z - quantized).square().mean()
