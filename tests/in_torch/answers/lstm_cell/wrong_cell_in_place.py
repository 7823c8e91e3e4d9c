# mistake: in_place
import torch


def lstm_cell(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = (x @ W + h @ U + b).chunk(4, dim=-1)
    c.mul_(torch.sigmoid(z_f)).add_(torch.sigmoid(z_i) * torch.tanh(z_g))
    return torch.sigmoid(z_o) * torch.tanh(c), c
