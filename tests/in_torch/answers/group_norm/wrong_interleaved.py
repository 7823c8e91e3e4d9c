# mistake: interleaved
import torch


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N, C, H, W = x.shape
    if C % n_groups:
        raise ValueError("C must be a multiple of n_groups")
    groups = x.reshape(N, C // n_groups, n_groups, H, W)
    mean = groups.mean(dim=(1, 3, 4), keepdim=True)
    var = groups.var(dim=(1, 3, 4), keepdim=True, unbiased=False)
    x_hat = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    return x_hat * gamma.view(1, -1, 1, 1) + beta.view(1, -1, 1, 1)
