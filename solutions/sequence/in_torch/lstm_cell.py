import torch


def lstm_cell(x, h, c, W, U, b):
    """The states after one step."""
    z = x @ W + h @ U + b
    z_i, z_f, z_g, z_o = z.chunk(4, dim=1)  # chunk cuts dim 0 by default
    c = torch.sigmoid(z_f) * c + torch.sigmoid(z_i) * torch.tanh(z_g)
    return torch.sigmoid(z_o) * torch.tanh(c), c
