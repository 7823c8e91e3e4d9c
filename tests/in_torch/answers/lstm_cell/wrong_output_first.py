# mistake: another_order
import torch


def lstm_cell(x, h, c, W, U, b):
    z = x @ W + h @ U + b
    o, f, i, g = z.chunk(4, dim=-1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    c = f * c + i * torch.tanh(g)
    return o * torch.tanh(c), c
