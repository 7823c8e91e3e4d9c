# mistake: scale_per_row
import torch


def quantize_per_channel(W):
    largest = W.abs().amax(dim=1, keepdim=True)
    scale = torch.where(largest > 0, largest / 127, 1.0)
    return torch.round(W / scale).to(torch.int8), scale.squeeze(1)
