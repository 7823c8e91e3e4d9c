import torch


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    """Each group of channels of each image normalized, then scaled and shifted channel by channel."""
    N, C = x.shape[:2]
    if C % n_groups != 0:
        raise ValueError("n_groups must divide the number of channels")
    groups = x.reshape(N, n_groups, -1)  # reshape, not view: x may not be contiguous
    mean = groups.mean(dim=-1, keepdim=True)
    var = groups.var(dim=-1, correction=0, keepdim=True)  # correction=0: divide by the number of entries
    x_hat = ((groups - mean) * torch.rsqrt(var + eps)).reshape(x.shape)
    return gamma[:, None, None] * x_hat + beta[:, None, None]
