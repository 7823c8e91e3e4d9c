# mistake: halves_upwards
import torch


def quantize_int8(x):
    largest = x.abs().max()
    scale = largest / 127 if largest > 0 else torch.tensor(1.0)
    return torch.floor(x / scale + 0.5).to(torch.int8), scale
