# mistake: vector_summed
import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    inv_std = torch.rsqrt(x.var(dim=-1, correction=0, keepdim=True) + eps)
    x_hat = (x - x.mean(dim=-1, keepdim=True)) * inv_std
    g = dout * gamma
    dx = inv_std * (g - g.mean(dim=-1, keepdim=True) - x_hat * (g * x_hat).mean(dim=-1, keepdim=True))
    leading = tuple(range(x.ndim - 1))
    return dx, (dout * x_hat).sum(dim=leading), dout.sum(dim=leading)
