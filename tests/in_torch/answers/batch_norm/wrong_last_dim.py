# mistake: over_the_features
import torch


def batch_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(dim=-1, keepdim=True)
    var = x.var(dim=-1, correction=0, keepdim=True)
    return gamma * (x - mean) * torch.rsqrt(var + eps) + beta
