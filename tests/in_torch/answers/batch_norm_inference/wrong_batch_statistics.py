# mistake: batch_statistics
import torch


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    mean = x.mean(dim=0)
    var = x.var(dim=0, correction=0)
    return gamma * (x - mean) * torch.rsqrt(var + eps) + beta
