# mistake: sample_variance
import torch


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N, C, H, W = x.shape
    if C % n_groups:
        raise ValueError("C must be a multiple of n_groups")
    groups = x.reshape(N, n_groups, -1)
    var, mean = torch.var_mean(groups, dim=-1, keepdim=True)
    x_hat = ((groups - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    return x_hat * gamma.view(1, -1, 1, 1) + beta.view(1, -1, 1, 1)
