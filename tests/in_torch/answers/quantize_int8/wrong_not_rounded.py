# mistake: cut_off
import torch


def quantize_int8(x):
    """The int8 codes of x and their scale."""
    largest = x.abs().max()
    scale = torch.where(largest > 0, largest / 127, 1.0)
    return (x / scale).to(torch.int8), scale
