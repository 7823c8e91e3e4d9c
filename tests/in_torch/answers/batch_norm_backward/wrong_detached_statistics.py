# mistake: statistics_as_constants
import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    mean = x.mean(dim=0).detach()
    inv_std = torch.rsqrt(x.var(dim=0, unbiased=False) + eps).detach()
    x_hat = (x - mean) * inv_std
    return dout * gamma * inv_std, (dout * x_hat).sum(dim=0), dout.sum(dim=0)
