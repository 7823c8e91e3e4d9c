# mistake: sample_variance
import torch


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    """Each group of channels of each image normalized, then each channel scaled and shifted."""
    N, C = x.shape[:2]
    if C % n_groups != 0:
        raise ValueError("C must be a multiple of n_groups")
    groups = x.reshape(N, n_groups, -1)
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, keepdim=True)
    x_hat = ((groups - mean) * torch.rsqrt(var + eps)).reshape(x.shape)
    return gamma[:, None, None] * x_hat + beta[:, None, None]
