# mistake: reshaped
import torch


def lstm_cell(x, h, c, W, U, b):
    """The states (h', c') after one step."""
    i, f, g, o = (x @ W + h @ U + b).view(4, *h.shape)
    new_c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    new_h = torch.sigmoid(o) * torch.tanh(new_c)
    return new_h, new_c
