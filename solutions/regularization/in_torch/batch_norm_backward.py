import torch


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """The gradients with respect to x, gamma and beta."""
    inv_std = torch.rsqrt(x.var(dim=0, correction=0) + eps)  # correction=0: divide by n
    x_hat = (x - x.mean(dim=0)) * inv_std
    dgamma = (dout * x_hat).sum(dim=0)
    dbeta = dout.sum(dim=0)
    # The mean and the variance depend on x as well: one term for each.
    dx = gamma * inv_std * (dout - (dbeta + x_hat * dgamma) / len(x))
    return dx, dgamma, dbeta
