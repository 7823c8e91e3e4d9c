# mistake: reset_before_the_product
import torch


def gru_cell(x, h, W, U, b_w, b_u):
    W_r, W_u, W_n = W.chunk(3, dim=1)
    U_r, U_u, U_n = U.chunk(3, dim=1)
    w_r, w_u, w_n = b_w.chunk(3)
    u_r, u_u, u_n = b_u.chunk(3)
    r = torch.sigmoid(x @ W_r + w_r + h @ U_r + u_r)
    u = torch.sigmoid(x @ W_u + w_u + h @ U_u + u_u)
    n = torch.tanh(x @ W_n + w_n + (r * h) @ U_n + u_n)
    return (1 - u) * n + u * h
