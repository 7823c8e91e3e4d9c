import torch


def rms_norm(x, gamma, eps=1e-6):
    """Each vector along the last dim divided by its root mean square, times gamma."""
    mean_square = x.square().mean(dim=-1, keepdim=True)
    return gamma * x * torch.rsqrt(mean_square + eps)
