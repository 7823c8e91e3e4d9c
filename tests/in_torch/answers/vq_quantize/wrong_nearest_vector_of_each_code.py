# mistake: nearest_vectors
import torch


def vq_quantize(z, codebook):
    """The indices of the nearest codes, these codes, and the codebook and commitment loss."""
    # torch.cdist may expand the square, and rounding would then decide between equal distances.
    distances = (z[:, None] - codebook).square().sum(dim=2)  # (n, K)
    indices = distances.argmin(dim=0)
    quantized = codebook[indices]
    return indices, quantized, 1.25 * (z - quantized).square().mean()
