import torch


def js_divergence(p, q):
    """The mean divergence of p and q from their mean, in nats."""
    m = (p + q) / 2
    return (kl(p, m) + kl(q, m)) / 2


def kl(p, m):
    support = p > 0  # 0 log 0 would be nan, and counts as 0
    return (p[support] * torch.log(p[support] / m[support])).sum()
