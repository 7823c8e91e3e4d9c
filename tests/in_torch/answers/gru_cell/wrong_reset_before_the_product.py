# mistake: reset_before_the_product
import torch


def gru_cell(x, h, W, U, b_w, b_u):
    """The state after one step."""
    x_r, x_u, x_n = (x @ W + b_w).chunk(3, dim=1)
    h_r, h_u, h_n = (h @ U + b_u).chunk(3, dim=1)
    r = torch.sigmoid(x_r + h_r)
    u = torch.sigmoid(x_u + h_u)
    H = h.shape[1]
    n = torch.tanh(x_n + (r * h) @ U[:, 2 * H :] + b_u[2 * H :])
    return (1 - u) * n + u * h
