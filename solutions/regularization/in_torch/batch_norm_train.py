import torch


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    """The normalized batch, and the running mean and variance after it."""
    mean = x.mean(dim=0)
    var = x.var(dim=0, correction=0)  # divides by n; nn.BatchNorm1d divides by n - 1 for running_var
    out = gamma * (x - mean) * torch.rsqrt(var + eps) + beta
    running_mean = (1 - momentum) * running_mean + momentum * mean
    running_var = (1 - momentum) * running_var + momentum * var
    return out, running_mean, running_var
