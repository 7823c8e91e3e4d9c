import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    """Each vector along the last dim with mean 0 and variance 1, then scaled and shifted."""
    mean = x.mean(-1, keepdim=True)
    variance = x.var(-1, keepdim=True, correction=0)
    return gamma * (x - mean) * torch.rsqrt(variance + eps) + beta
