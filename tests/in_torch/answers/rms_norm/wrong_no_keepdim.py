# mistake: without_keepdims
import torch


def rms_norm(x, gamma, eps=1e-6):
    return gamma * x * torch.rsqrt(x.square().mean(-1) + eps)
