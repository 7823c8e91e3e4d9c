# mistake: largest_signed
import torch


def quantize_int8(x):
    """The int8 codes of x and their scale."""
    largest = x.max()
    scale = torch.where(largest > 0, largest / 127, 1.0)
    return torch.round(x / scale).clamp(-127, 127).to(torch.int8), scale
