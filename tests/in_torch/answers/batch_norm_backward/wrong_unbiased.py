# mistake: sample_variance_of_x_hat
import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    std = torch.sqrt(x.var(dim=0) + eps)
    x_hat = (x - x.mean(dim=0)) / std
    dgamma = (dout * x_hat).sum(dim=0)
    dbeta = dout.sum(dim=0)
    dx = gamma / std * (dout - dout.mean(dim=0) - x_hat * (dout * x_hat).mean(dim=0))
    return dx, dgamma, dbeta
