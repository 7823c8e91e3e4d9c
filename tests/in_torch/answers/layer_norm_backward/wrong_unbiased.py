# mistake: sample_variance
import torch


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    inv_std = 1 / torch.sqrt(x.var(dim=-1, keepdim=True) + eps)
    x_hat = (x - x.mean(dim=-1, keepdim=True)) * inv_std
    g = dout * gamma
    dx = inv_std * (g - g.mean(dim=-1, keepdim=True) - x_hat * (g * x_hat).mean(dim=-1, keepdim=True))
    D = x.shape[-1]
    return dx, (dout * x_hat).reshape(-1, D).sum(dim=0), dout.reshape(-1, D).sum(dim=0)
