# mistake: one_over_the_batch
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    mean = x.mean(0, keepdim=True)
    variance = x.var(-1, keepdim=True, correction=0)
    return gamma * (x - mean) * torch.rsqrt(variance + eps) + beta
