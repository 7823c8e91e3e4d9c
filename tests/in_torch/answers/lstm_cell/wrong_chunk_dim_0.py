# kind: crashed
import torch


def lstm_cell(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = (x @ W + h @ U + b).chunk(4)
    c = z_f.sigmoid() * c + z_i.sigmoid() * z_g.tanh()
    return z_o.sigmoid() * c.tanh(), c
