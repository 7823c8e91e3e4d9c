# mistake: by_the_deviation
import torch


def rms_norm(x, gamma, eps=1e-6):
    return gamma * x * torch.rsqrt(x.var(dim=-1, correction=0, keepdim=True) + eps)
