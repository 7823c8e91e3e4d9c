# mistake: without_keepdims
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    out = x - x.mean(dim=-1)
    out /= torch.sqrt(x.var(dim=-1, correction=0) + eps)
    return out * gamma + beta
