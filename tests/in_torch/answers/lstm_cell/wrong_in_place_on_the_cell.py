# mistake: in_place
import torch


def lstm_cell(x, h, c, W, U, b):
    """The states (h', c') after one step."""
    i, f, g, o = (x @ W + h @ U + b).chunk(4, dim=1)
    new_c = c.mul_(torch.sigmoid(f)).add_(torch.sigmoid(i) * torch.tanh(g))
    new_h = torch.sigmoid(o) * torch.tanh(new_c)
    return new_h, new_c
