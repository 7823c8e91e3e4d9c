# mistake: another_order
import torch


def lstm_cell(x, h, c, W, U, b):
    i, f, o, g = torch.split(x @ W + h @ U + b, h.shape[1], dim=1)
    c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.sigmoid(o) * torch.tanh(c), c
